<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>main</name>
    <message>
        <source>The settings in %1 cannot be read. They are now in %2, and new ones are begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in %1 are of a newer version of Weightbridge. They stay as they are; this version keeps its own in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line needs no window: weightbridge-cli --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no font, so the window would show no letter. Install one (Debian, Ubuntu: apt install fonts-dejavu-core).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converts RegNet checkpoints to Hugging Face model folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint to open, or its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep settings and log in DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load FILE, save a picture of the window, exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window, such as de (system: that of the desktop).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the environment for a report of a problem, without anything secret, and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with nothing open, instead of what was open last.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::AskDialogs</name>
    <message>
        <source>Open a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://… or hf://owner/name/file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Banner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the details of the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::CardPane</name>
    <message>
        <source>Model card: text or preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card (README.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::CardPreview</name>
    <message>
        <source>Preview of the model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ChartWithTable</name>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the numbers instead of the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ChartsPage</name>
    <message>
        <source>Bytes of each stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of reading and writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::CompareModel</name>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ComparePage</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with &amp;another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the open file with another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any two checkpoints or model folders, tensor by tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors belong together by the key map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors belong together by their keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Both hold the same: %n tensor(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tensors differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ConnectionPane</name>
    <message numerus="yes">
        <source>Reached in %n ms, answer %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate was verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proxy on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the proxy %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the test of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Demo</name>
    <message>
        <source>This made-up checkpoint has one key that no rule knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to it with F8, accept the place that is suggested, then convert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key has a place now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert the checkpoint with the button below, or with Ctrl+Return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model folder is written, and every byte of it is proved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to Verify to compare what both networks compute, or look at Publish: nothing is sent before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::DestinationDelegate</name>
    <message>
        <source>Key in the model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a key, or Down for all places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places, best first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::DownloadPage</name>
    <message>
        <source>Fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere: only the result is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: the file was here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of those %2 in an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converting %1 while it comes from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::EditActions</name>
    <message>
        <source>&amp;Load key map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save key map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save key map &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the &amp;suggestion (or 1 to 5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose another place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drop the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep as the rules say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a rule from this edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all &amp;edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::EditText</name>
    <message>
        <source>%1 does not fit: the key in the file is %2, the model has %3 there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit: both are %2, but the model has floating numbers there and the file integers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit: both are %2, but the model has integers there and the file floating numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit: %1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit: other kind of number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::EffectiveSettings</name>
    <message>
        <source>Only https:// addresses are secure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a proxy as http://host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name and password would be kept in plain text: put them into https_proxy instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from 1 to 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a size such as 5MB or 500KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such type.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::EnvironmentDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ErrorActs</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use what the file tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert with its classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave these keys out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use BF16: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use BF16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the full drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open token page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ErrorSentences</name>
    <message>
        <source>a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Git LFS pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an LZ4 archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a FlatBuffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bare pickle that torch.save did not write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of nothing but zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder without a checkpoint in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder with several checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not written as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins with neither https:// nor hf://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a user name or password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds spaces or characters that cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not encrypted: http:// is taken of this machine only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name cannot be looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it broke the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended the connection too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stopped sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is busy and asked to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk does not take what it sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is that of another server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it signed its certificate itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody known here vouches for its certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no encrypted connection could be agreed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it asks for a user name and a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it answered with an error of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fault of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many requests from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one redirect too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a connection that is not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to something that is not on the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a machine of the local network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Git LFS pointer instead of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part without saying which one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a size that does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another part of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of a file of another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several parts in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file packed in a way that was not asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a header without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no HTTP answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it sends the file only as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its ETag is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its date is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its size is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its terms have to be accepted first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with a token, and there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token is in the keychain, which is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty, or holds characters that no token has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token is not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access is denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its SHA-256 is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is written there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than the two parts owner/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is written before the slash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token may not write to this owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds characters that the Hub does not take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than 96 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins or ends with &apos;-&apos; or &apos;.&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds &apos;--&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds &apos;..&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends with .git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such branch or revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has another name now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else has changed it meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is private, and stays so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is public, and stays so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model card is not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file is not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of a file is not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its store does not take the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another run publishes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no SPDX id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say how large the file is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer in pieces that do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the begun download of another file is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another file of this name is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is running here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Weightbridge went wrong that should not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the details below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was asked for in a way that cannot be carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the options and choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, and whether the drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model named {name} is in the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file asks for more than any real checkpoint needs ({part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or made to do harm; fetch it again from where it was published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read or write {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change its permissions, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a checkpoint file, or a folder with model.safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the drive, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the drive, then try again; what is finished is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is on a drive that cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an output folder elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then go on: what is finished is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file system does not take files of this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller shard size or another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint was changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until nothing writes to it any more, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint became shorter while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is complete, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Weightbridge is working on this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it, or choose another output folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output folder holds something else, and it was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or allow it to be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file points to a place outside its own folder, and it was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the checkpoint again from where it was published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result would replace the checkpoint itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download may have failed: fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a checkpoint: it looks like {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the checkpoint itself; where this came from a download, fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a TorchScript program, not a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the model&apos;s state dict with torch.save and open that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is in PyTorch&apos;s oldest format (tar), which is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load it with an old PyTorch and save it again with torch.save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is one part of a checkpoint that was saved in shards, one for each process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the shards together with VISSL&apos;s tools first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no weights in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the checkpoint that holds the model itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored under {name} in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the path empty to search for the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several sets of weights are in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the command line and name one with --state-dict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are not those of a RegNet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weightbridge converts RegNet models: VISSL and SEER, timm, torchvision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download is not complete: fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the file, where its table of contents is described, is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s table of contents for large files is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s table of contents does not have as many entries as it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of the file&apos;s table of contents is damaged ({part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file describes {part} in two ways that do not agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or made to mislead: fetch it from where it was published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it with its password first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was packed again with compression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it, and open the checkpoint that is inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds {part} twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds an entry with an impossible name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of the file lie over each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a zip file, but not one that torch.save wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of a tensor are missing from the file ({part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values in the file are damaged: the checksum of {part} does not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts like an older PyTorch checkpoint, but its structure is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values in this older PyTorch checkpoint are not where they should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written on a big-endian machine in a way that is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again on an ordinary computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the tensors ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the tensors holds an unknown instruction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file again, or save it with torch.save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the tensors does not fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the tensors refers to something that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the tensors changes something that cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the tensors holds an impossible value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor in the file refers to its values in an unknown way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the checkpoint again with torch.save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something follows after the description of the tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file asks Python to run {name}. Nothing was run; it is not a plain checkpoint, so it is not converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its author for a file that holds only weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor {key} reaches outside of its stored values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or made to do harm: fetch it from where it was published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor {key} has far more values than are stored in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the checkpoint again with contiguous tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor {key} has a type that a model folder cannot hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it with PyTorch first (quantized and sparse tensors are not supported).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor in the file has no usable name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the checkpoint again with plain names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of this checkpoint is missing or damaged ({file}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the file and its folder of layers side by side, complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safetensors file gives its header a length that cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of the safetensors file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safetensors file describes the tensor {key} in an impossible way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensors of the safetensors file leave gaps or lie over each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safetensors file names {key} twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index of the safetensors files does not match the files beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the whole folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key-map file cannot be used ({part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it, or save a new one from the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some keys have no place yet, so nothing can be converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shapes in the file do not make a RegNet ({part}: {found} instead of {expected}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may be damaged or of a changed network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of labels cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must hold one label a line, or a JSON object from number to label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {found} labels do not fit the classifier ({expected} classes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a file with one label for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough space on {path}: {needed:bytes} needed, {free:bytes} free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another output folder, a smaller type, or free some space and check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough memory: {needed:bytes} needed, {free:bytes} free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes of an earlier run in the output folder are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another output folder, or allow this one to be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is not what it should be ({part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use it. Check the drive, and convert once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two networks do not compute the same; they part in {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is not the model of the checkpoint: convert it again, and check the folder against its checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracing could not pair the modules of the two networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks are not of one structure; report it with the details below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracing and rules lead to different places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again at the rows that you changed; if there are none, report it with the details below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {file} cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another PNG, JPEG or WebP file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing outputs needs weightbridge-torch, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package weightbridge-torch, which brings LibTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weightbridge-torch is version {found}, but this program needs version {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install weightbridge and weightbridge-torch in the same version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weightbridge-torch ended without a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weightbridge-torch was killed, most likely because memory ran out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller picture, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used as an address ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the file&apos;s own address, beginning with https:// or hf://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} failed ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, then try again; it goes on from there ({kept:bytes} kept).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain that this is {host} ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock and certificates, then try again; nothing was sent or taken ({kept:bytes} kept).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to {host} does not let through ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy&apos;s settings (https_proxy), then try again ({kept:bytes} kept).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not send the file: it answered {found} ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, or try again later ({kept:bytes} kept).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} points to another address, which was not followed ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the file&apos;s own address, from where it was published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {host} sent is not what was asked for ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is that of the file itself, then try again ({kept:bytes} kept).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends files only as a whole, so this one cannot be looked into online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it: what it holds is shown then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s file changed since this download began ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again to begin with the new file: the bytes of the old one ({kept:bytes}) cannot be gone on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is switched off for this program, so {host} was not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it without HF_HUB_OFFLINE and TRANSFORMERS_OFFLINE to use the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not give you this file ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept its terms on its page, and log in with hf auth login or set HF_TOKEN; then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be the name of a repository ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;: owner/name, each part at most 96 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence of these weights is not accepted yet ({name}) ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read or choose it on the Publish page, then tick its box; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repository {name} is not as it was checked or asked for ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again to see what is there now, then publish; it goes on from there ({kept:bytes} kept).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refuses this ({problem}) (its answer: {reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what it says, then check again; it goes on from there ({kept:bytes} kept).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this desktop cannot be used ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again, or set HF_TOKEN before starting the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The downloaded file is not the published one: its checksum is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use it. Remove it ({path}) and download it again; where that does not help, tell its publisher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Weightbridge cannot do that yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the models could not be converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at each of them for the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not the same as the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list says which tensors differ, and how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F8 goes to the next of these rows; Alt+Return accepts what is suggested there, F2 chooses another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not stored, for it may hold a signature</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::FileViewer</name>
    <message numerus="yes">
        <source>%n tensor(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tensor(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the beginning, %1, is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all of the file that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file to see what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::FilesPane</name>
    <message>
        <source>Files of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy SHA-&amp;256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file to see what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link, which is not followed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no file, and it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::FolderModel</name>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report of the conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Format</name>
    <message>
        <source>%1/s</source>
        <extracomment>bytes per second, such as 612 MB/s</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scalar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::GuideDialog</name>
    <message>
        <source>Weightbridge help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a checkpoint, drop it on the window, paste its address, or pick a published model on the left. Only what describes the tensors is read, and nothing in the file is executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key of the file and the key of the model that it becomes. The buttons above the table count each status and show those rows alone. F8 goes to the next problem: a key without a place, or a place without a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the output folder and the format. Conversion copies bytes under new names in constant memory. It can be paused, and goes on where it stopped, after a power cut too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each byte written is read again and compared. With the helper weightbridge-torch both networks are run on the same input as well, and their outputs compared layer by layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the repository, read the model card, check, then send. Nothing is sent before you say so, and all of it becomes visible by one commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First time here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo in this menu makes a small checkpoint with one wrong key, and needs no network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::HelpMenu</name>
    <message>
        <source>About Weightbridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weightbridge %1 carries RegNet checkpoints across to Hugging Face model folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::HistogramChart</name>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Inspection</name>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::JobNotices</name>
    <message>
        <source>It is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is here. Look at its keys, then convert it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is converted and proved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::JobPage</name>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace what the folder holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch (.pth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type as in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed and time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert while downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % · %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1 what the file holds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the file holds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready to convert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking what an earlier run has written…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing outputs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing outputs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: %1 are kept, Resume goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: %1 are kept, Download goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: %1 are kept in the output folder, Convert goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to download the file and to convert %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to convert %1 while they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to convert %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs %1 of disk (%2 free), %3 memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest weight file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are split into files of at most this size. The Hub prefers files below 20 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one weight file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::JobRow</name>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %, %2</source>
        <extracomment>share of a step that is done, then its bytes: 57 %, 19.9 GB of 34.9 GB</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the network, next try in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <extracomment>step of a job, then which file of how many: Convert 3 of 7</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is finished is kept: it can be gone on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (in the window)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs. Add what the window shows with Ctrl+Shift+Return, or drop several files at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: %1 · memory: %2</source>
        <extracomment>the tensor at hand, then the memory that the program takes</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapActions</name>
    <message>
        <source>&amp;Export the key map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy cells with &amp;headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the rows &amp;shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Markdown table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Python dict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key map by &amp;stage and block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the rows shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the key map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key map as JSON (*.keymap.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown table (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python dict (*.py)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapEditor</name>
    <message>
        <source>The model has no key %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swap %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>drop %n key(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>reset %1 to its rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>reset %n key(s) to their rules</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>clear all edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapFiles</name>
    <message>
        <source>load %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapFilter</name>
    <message>
        <source>The regular expression takes too long on these keys. Write it more simply.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapModel</name>
    <message>
        <source>stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key as it stands in the checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where its tensor goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the tensor in the file; where there is none, of the place in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element type of the tensor in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the tensor in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the network, by the key in the model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong, or the rule that placed the key and what it captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the place in the model asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the rule that decided</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapPage</name>
    <message>
        <source>Filter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys: words, &quot;exact key&quot;, /regular expression/, stage:3, bytes:&gt;1G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the filter box understands</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %n row(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems in the rows shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapQuery</name>
    <message>
        <source>The closing / is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something must follow the exclamation mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value must follow “%1:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the regular expression: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shape is written as 28280x3x*, with a number or * for each dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such element type. The types are named as in safetensors: f32, f16, bf16, i64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size is written as &gt;1G, &lt;=500k, 1M..2G or 4Mi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stage is a number from 1, stem or head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A status is mapped, edited, dropped, unmapped, missing, mismatched or problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1”. The fields are source, dest, shape, dtype, bytes, stage, status and rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only source and dest take a regular expression.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapTree</name>
    <message>
        <source>Block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a place in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors in the stage or block</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyTable</name>
    <message>
        <source>Key map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyTree</name>
    <message>
        <source>Key map by stage and block</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::LogModel</name>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::LogPage</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the chosen lines, or all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Level from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::MainWindow</name>
    <message>
        <source>Key map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A download or a conversion is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or cancel it before you open another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder in which the file is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into %1 online…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weightbridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weightbridge ended unexpectedly last time. What was written by then can be gone on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report of it is in %1. It was sent nowhere; please attach it when you report the fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Weightbridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was open last, and is not there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it where it is, or something else.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::MapDialogs</name>
    <message>
        <source>Key maps (*.keymap.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a key map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the key map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the edits of the key map?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving they are lost when the file is closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::MapEditing</name>
    <message>
        <source>leave out the keys without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>rule for %n key(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Swap them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is held by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits of this file were not saved when the program ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key map was saved for this file: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ModelCard</name>
    <message>
        <source>The card does not begin with facts between two lines &apos;---&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts at the top have no second line &apos;---&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no colon stands behind the name of the fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tab stands at its beginning; use spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this fact is stated twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::OfferBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityChart</name>
    <message>
        <source>stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal, bit for bit (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the tolerance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityInput</name>
    <message>
        <source>Bro&amp;wse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, JPEG or WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For random numbers the least at which every weight counts, for a picture what the model was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityModel</name>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityText</name>
    <message>
        <source>The outputs cannot be compared: in %1 a number grows beyond what float32 holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outputs cannot be compared: %1 holds a value that is no number, in the checkpoint too (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is damaged: %1 holds a value that is no number (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint is damaged: %1 holds a value that is no number (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two networks do not compute the same: they part in %1 (error %2, at most %3 passes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both networks compute the same numbers, bit for bit, in all %1 layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both networks compute the same in all %1 layers, within the tolerance: the largest error is %2, in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: %1, %2 × %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance %1, as you said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance %1: the result&apos;s numbers are rounded to %2, and %3 modules with weights add their roundings up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance %1: float32&apos;s rounding in sums of up to %2 products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage %1, block %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the classifier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::PiecesMap</name>
    <message>
        <source>Parts of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % there, %2 on their way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ProblemStrip</name>
    <message>
        <source>Where the problems are</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n marked row(s) among those shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>F8 or Alt+Down goes to the next problem.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Publish</name>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the %1 repository %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists and stays %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists, is %2 and becomes %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: everything was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and %2 in an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Hub puts the files in place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside the commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out by .gitignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends %1 in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a pull request of %1 against %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commits %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card states the licence %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are kept at the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything was in %1 already; no commit was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed to %1 as a pull request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking the Hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: %1. Resume goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not published: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking what will be sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishFiles</name>
    <message>
        <source>Files that will be published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishForm</name>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a pull re&amp;quest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;I have read and accept the</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repo&amp;sitory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message of the commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made from the model&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of your own weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the repository first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repository&apos;s name is not right yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch&apos;s name is not right yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token is needed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence&apos;s id is not right yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a licence first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the licence first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a name yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an owner it goes to the token&apos;s user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an owner it goes to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner/name of letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, each at most 96 long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the name of a branch: letters, digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; and single &apos;/&apos; between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read and accept the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as apache-2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an SPDX id: letters, digits, &apos;-&apos;, &apos;.&apos; and &apos;+&apos; only, such as apache-2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing names a licence yet: write its SPDX id here, or put it into the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published SEER weights stay under it. For weights that you trained yourself, name your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the card says. For weights that you trained yourself, name another SPDX id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only right for weights that you trained yourself; it is written into the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not one of the usual ids: the Hub may not know it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishPage</name>
    <message>
        <source>Chec&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume checks once more and goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer what you confirmed: look at it, then publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: %1. Publish goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the Hub what is there and lists what will be sent. Nothing is sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishStages</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::QueryHelp</name>
    <message>
        <source>What the filter box understands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows in which all these words occur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows with a cell that is exactly this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows in which the regular expression finds something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same on one side only; also with &quot;…&quot; and /…/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by dimensions: * is any, a last * is all that follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by element type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by size; without a sign, sizes that round to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by part of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by status; problem is all that must be seen to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the rule that decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! before anything turns it round</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::QueueModel</name>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>heading over the time that is left</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::QueueStore</name>
    <message>
        <source>The queue in %1 cannot be read. It is now in %2, and a new one is begun.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Quitting</name>
    <message>
        <source>Quit Weightbridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is not finished. Pause it and quit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done so far is kept. The next start shows the work as paused, to go on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentFiles</name>
    <message>
        <source>%1 (not there, Locate…)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentList</name>
    <message>
        <source>Files opened last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>      &amp;Locate it…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ReportPage</name>
    <message>
        <source>Report of the conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as HTML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be saved to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens web pages: save the report instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ResultPage</name>
    <message>
        <source>Report of the conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checksums of the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converted, not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result did not pass verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tensors proved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder already held this very result; it was checked and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversion went on from an earlier run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values too large for the chosen type, now infinite: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying again… %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and edit the model card on the Publish page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying again…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::RowInspector</name>
    <message>
        <source>The selected row in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to see it in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Suggestions, best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions, best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::RowText</name>
    <message>
        <source>another key already has this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already has this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model has %1 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is floating, the other integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rule places this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rule places this key; may be %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in the file fills this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same place in order, only free one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a guess</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::RuleDialog</name>
    <message>
        <source>Rows that the rule changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Also changes %n row(s):</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No other row with a problem is like %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Screenshot</name>
    <message>
        <source>The picture could not be saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::SettingRow</name>
    <message>
        <source>beside the checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; http://host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit; 5MB, 500KiB …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given by %1 for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by the environment variable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the default; set by the environment only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache of the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most bytes a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most bytes in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a long job ends or needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; counts from the next start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token of the Hub is only needed to publish, and for files that not everybody may read. It is kept in the keychain of this desktop and is never shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out: remove the token from the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::SleepInhibitor</name>
    <message>
        <source>A model is downloaded, converted or published</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::SourcePage</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what is known of the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::SpeedChart</name>
    <message>
        <source>Speed over the last 2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now %1, at most %2 in the last 2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::StageBytes</name>
    <message>
        <source>stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::StartPage</name>
    <message>
        <source>Check &amp;online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a checkpoint or its address here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VISSL and SEER .torch files, timm and torchvision checkpoints, safetensors.
Or pick a model on the left to see which file to get and where its keys go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in a checkpoint is ever executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not published yet: %2 of %3 are kept at the Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;demo (no network)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Status</name>
    <message>
        <source>mapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unmapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mismatched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::StatusChips</name>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::StepStrip</name>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Summary</name>
    <message>
        <source>PyTorch file (zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older PyTorch file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VISSL slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RegNet-%1, depths %2, widths %3, group width %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n classes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, no classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends parts (Range)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends the file only as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no SHA-256 published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors share their values; each gets a copy of its own: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tensors, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objects that are not weights: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 in the file, but %3 has %4. The file counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tensors, %2, %3 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published as</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 in %n files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of disk (%2 free), %3 of memory (%4 available)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source and result need %1 more than the disk has free. Converting while it downloads needs room for the result alone; BF16 halves that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little memory available now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pixels, colour</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::ThroughputChart</name>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Token</name>
    <message>
        <source>Paste one below, set HF_TOKEN before starting the program, or run weightbridge-cli login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may only read: publishing needs one that may write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may write nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may write to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub does not accept this token, and it was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub does not accept the token in %1. Start the program with another one, or without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub does not accept the token from %1. Paste another one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token of the Hub was found. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain that holds your token is locked. Unlock it, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no token: it holds characters that no token has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was not kept. %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub does not let this token publish%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hub does not let this token publish in %1%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the Hub whose it is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the folder was changed since it was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until nothing writes to it any more, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a token that may write there: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::TokenPane</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the token again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token of the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes into the keychain of this desktop and is kept nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hf_…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::Transfer</name>
    <message>
        <source>The name %1 cannot be looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broke the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended the connection too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is busy and asked to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with an error of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk does not take what %1 sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not send (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in %1:%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are free where the file is kept, %2 where the result goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tensors do not lie in the order of one pass, so the file has to be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is kept here already: nothing is fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the file is kept here already: %1 are left to fetch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for the result only: the file takes %1, the result %2; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room: the file takes %1, the result %2; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for both: the file takes %1, the result %2; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its SHA-256 is the published one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its SHA-256 is that of the file beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its SHA-256 begins as its name says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checksums of its records are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is published that it could be checked against</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::ValuesPane</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result holds the same values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values differ, by at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large for the type, now infinite: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too small for the type, now zero: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the values are spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint has no such tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are in the checkpoint: open its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values can be looked at once the file is on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a large tensor: it is read when you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::VariantModel</name>
    <message>
        <source>%1
%2 parameters in %3 tensors, %4
Licence: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pictures of %n pixels</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::VariantPane</name>
    <message>
        <source>Filter models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that can be converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEER, fine-tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet (timm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RegNet-X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RegNet-Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting the free space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::VerifyPage</name>
    <message>
        <source>Co&amp;mpare outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (class %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both networks are running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer is compared as soon as both have computed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One proof more: compare what the two networks compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint&apos;s network and the converted one are run on the same input, layer by layer, in little memory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::WaitingRow</name>
    <message>
        <source>&amp;Try now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::WayPane</name>
    <message>
        <source>Check &amp;online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the file in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert while do&amp;wnloading, without storing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder in which the file is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder in which the file is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sends the file only as a whole, so it has to be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published as %1, about %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card: &amp;text or preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Convert, resume or open the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ublish…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the file &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weightbridge &amp;help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;demo (no network)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Weightbridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the &amp;result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Environment report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowJobs</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to &amp;queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converts it in its turn, while the window is free for something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;files to queue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs and log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hosen job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n files to the queue?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They are converted one after another, each into a folder beside it. One that fails does not stop the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowMessage</name>
    <message>
        <source>The download of %1 is not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address was not stored, for it may hold a signature: paste it again to go on. What was fetched is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its address again to go on. What was fetched is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is finished is kept; open the file again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what the catalogue knows of %1. No file is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download %1 from %2 below, or open it where you have it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
