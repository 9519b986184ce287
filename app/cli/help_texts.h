#pragma once

namespace wb::cli {

inline constexpr const char* programDescription =
    "Converts RegNet checkpoints (VISSL and SEER torch files, timm, torchvision) to Hugging Face model folders, in constant memory.\n"
    "Nothing in a checkpoint is executed.";

inline constexpr const char* exitCodes =
    "Exit codes: 0 ok, 1 unexpected, 2 usage, 3 not found, 4 refused (damaged, hostile or no checkpoint), 5 map incomplete,\n"
    "6 network, 7 interrupted (the same command goes on), 8 verification failed, 9 no space, 10 out of memory,\n"
    "11 not authorised, 12 licence not accepted, 13 would overwrite, 32 checksum.\n";

inline constexpr const char* programExamples =
    "Examples:\n"
    "  weightbridge-cli make-demo demo.torch --variant regnet-y-10b-seer\n"
    "  weightbridge-cli inspect demo.torch\n"
    "  weightbridge-cli convert demo.torch --out demo-model\n"
    "  weightbridge-cli verify demo-model --against demo.torch\n"
    "  weightbridge-cli convert regnet-y-040 --out regnet-y-040\n"
    "\n"
    "The reference script's flags work without a verb. A source that is not in DIR under its published file name is fetched into it (one whose\n"
    "name several variants share, into DIR/NAME-source):\n"
    "  weightbridge-cli --model_name regnet-y-10b-seer --pytorch_dump_folder_path DIR\n"
    "  weightbridge-cli --model_name regnet-y-040 --pytorch_dump_folder_path DIR --push_to_hub true\n";

inline constexpr const char* listExamples = "Examples:\n"
                                            "  weightbridge-cli list\n"
                                            "  weightbridge-cli list --json\n";

inline constexpr const char* inspectExamples = "Examples:\n"
                                               "  weightbridge-cli inspect model.torch\n"
                                               "  weightbridge-cli inspect model.torch --state-dict classy_state_dict.base_model.model --json\n"
                                               "  weightbridge-cli inspect regnet-y-10b-seer\n"
                                               "  weightbridge-cli inspect hf://timm/regnety_040.ra3_in1k/model.safetensors\n";

inline constexpr const char* keymapExamples = "Examples:\n"
                                              "  weightbridge-cli keymap regnet-y-320-seer --format csv\n"
                                              "  weightbridge-cli keymap model.torch --save model.keymap.json\n"
                                              "  weightbridge-cli keymap model.torch --keymap model.keymap.json\n"
                                              "  weightbridge-cli keymap regnet-y-10b-seer --online\n";

inline constexpr const char* planExamples = "Examples:\n"
                                            "  weightbridge-cli plan model.torch --out model\n"
                                            "  weightbridge-cli plan regnet-y-10b-seer --out model --dtype bf16\n"
                                            "  weightbridge-cli plan https://example.org/model.torch --out model --stream\n";

inline constexpr const char* convertExamples =
    "Examples:\n"
    "  weightbridge-cli convert model.torch --out model\n"
    "  weightbridge-cli convert model.torch --out model --format both --dtype bf16 --shard-size 2GB\n"
    "  weightbridge-cli convert model.torch --out model --keymap model.keymap.json --labels labels.txt\n"
    "  weightbridge-cli convert regnet-y-10b-seer --out model --stream\n"
    "  weightbridge-cli convert regnet-y-040 regnet-y-080 --out models --keep-source sources\n"
    "  weightbridge-cli convert model.torch --out model --push-to me/my-regnet --licence mit\n"
    "  weightbridge-cli convert regnet-y-10b-seer --push-to me/seer-10b --no-local-copy --accept-licence seer\n";

inline constexpr const char* downloadExamples = "Examples:\n"
                                                "  weightbridge-cli download regnet-y-040 --to sources\n"
                                                "  weightbridge-cli download https://example.org/model.torch --to . --limit-rate 5MB\n";

inline constexpr const char* verifyExamples = "Examples:\n"
                                              "  weightbridge-cli verify model\n"
                                              "  weightbridge-cli verify model --against model.torch\n"
                                              "  weightbridge-cli verify model --html report.html\n";

inline constexpr const char* diagnoseExamples = "Examples:\n"
                                                "  weightbridge-cli diagnose\n";

inline constexpr const char* compareExamples = "Examples:\n"
                                               "  weightbridge-cli compare model.torch model\n"
                                               "  weightbridge-cli compare before.safetensors after.safetensors --json\n"
                                               "  weightbridge-cli compare model.torch hf://facebook/regnet-y-10b-seer/model.safetensors\n";

inline constexpr const char* makeDemoExamples = "Examples:\n"
                                                "  weightbridge-cli make-demo demo.torch --variant regnet-y-10b-seer\n"
                                                "  weightbridge-cli make-demo full.torch --variant regnet-y-10b-seer --scale 1 --sparse\n";

inline constexpr const char* loginExamples = "Examples:\n"
                                             "  weightbridge-cli login\n"
                                             "  weightbridge-cli login --stdin < token.txt\n";

inline constexpr const char* logoutExamples = "Examples:\n"
                                              "  weightbridge-cli logout\n";

inline constexpr const char* whoAmIExamples = "Examples:\n"
                                              "  weightbridge-cli whoami\n"
                                              "  weightbridge-cli whoami --json\n";

inline constexpr const char* publishExamples =
    "Examples:\n"
    "  weightbridge-cli publish model --to me/my-regnet --dry-run\n"
    "  weightbridge-cli publish model --to me/my-regnet --licence mit --public\n"
    "  weightbridge-cli publish seer --to me/seer-10b --accept-licence seer --yes --json\n"
    "  weightbridge-cli publish model --to somebody/their-regnet --pr --message \"Weights as safetensors\"\n";

}  // namespace wb::cli
