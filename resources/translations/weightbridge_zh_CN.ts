<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>否(&amp;N)</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>恢复默认值</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The settings in %1 cannot be read. They are now in %2, and new ones are begun.</source>
        <translation>无法读取 %1 中的设置。它们现已移至 %2，并已开始使用新设置。</translation>
    </message>
    <message>
        <source>The settings in %1 are of a newer version of Weightbridge. They stay as they are; this version keeps its own in %2.</source>
        <translation>%1 中的设置来自更新版本的 Weightbridge，将保持原样；此版本的设置保存在 %2 中。</translation>
    </message>
    <message>
        <source>The command line needs no window: weightbridge-cli --help</source>
        <translation>命令行无需窗口：weightbridge-cli --help</translation>
    </message>
    <message>
        <source>There is no font, so the window would show no letter. Install one (Debian, Ubuntu: apt install fonts-dejavu-core).</source>
        <translation>系统中没有字体，窗口将无法显示文字。请安装一种字体（Debian、Ubuntu：apt install fonts-dejavu-core）。</translation>
    </message>
    <message>
        <source>Converts RegNet checkpoints to Hugging Face model folders.</source>
        <translation>将 RegNet 检查点转换为 Hugging Face 模型文件夹。</translation>
    </message>
    <message>
        <source>Checkpoint to open, or its address.</source>
        <translation>要打开的检查点或其地址。</translation>
    </message>
    <message>
        <source>Keep settings and log in DIR.</source>
        <translation>将设置和日志保存在 DIR 中。</translation>
    </message>
    <message>
        <source>Load FILE, save a picture of the window, exit.</source>
        <translation>载入 FILE，保存窗口截图，然后退出。</translation>
    </message>
    <message>
        <source>Size of the window.</source>
        <translation>窗口大小。</translation>
    </message>
    <message>
        <source>Language of the window, such as de (system: that of the desktop).</source>
        <translation>窗口语言，例如 de（system：使用桌面的语言）。</translation>
    </message>
    <message>
        <source>Print the environment for a report of a problem, without anything secret, and exit.</source>
        <translation>输出用于报告问题的环境信息（不含任何机密），然后退出。</translation>
    </message>
    <message>
        <source>Begin with nothing open, instead of what was open last.</source>
        <translation>启动时不打开任何内容，而不是打开上次的内容。</translation>
    </message>
    <message>
        <source>Key map for it (*.keymap.json).</source>
        <translation>它的键映射（*.keymap.json）。</translation>
    </message>
</context>
<context>
    <name>wb::ui::AskDialogs</name>
    <message>
        <source>Open a checkpoint</source>
        <translation>打开检查点</translation>
    </message>
    <message>
        <source>Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</source>
        <translation>检查点 (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图像</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>图像 (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>打开地址</translation>
    </message>
    <message>
        <source>https://… or hf://owner/name/file</source>
        <translation>https://… 或 hf://owner/name/file</translation>
    </message>
    <message>
        <source>Check online</source>
        <translation>在线检查</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>选择比较对象</translation>
    </message>
    <message>
        <source>SHA-256 sums (*.sha256 *.sha256sum SHA256SUMS)</source>
        <translation>SHA-256 校验和 (*.sha256 *.sha256sum SHA256SUMS)</translation>
    </message>
</context>
<context>
    <name>wb::ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show the details of the message</source>
        <translation>显示消息的详情</translation>
    </message>
</context>
<context>
    <name>wb::ui::CardPane</name>
    <message>
        <source>Model card: text or preview</source>
        <translation>模型卡片：文本或预览</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型卡片</translation>
    </message>
    <message>
        <source>Model card (README.md)</source>
        <translation>模型卡片 (README.md)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>wb::ui::CardPreview</name>
    <message>
        <source>Preview of the model card</source>
        <translation>模型卡片预览</translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation>[图像：%1]</translation>
    </message>
</context>
<context>
    <name>wb::ui::ChartWithTable</name>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Show the numbers instead of the chart</source>
        <translation>以数值代替图表显示</translation>
    </message>
    <message>
        <source>Numbers of “%1”</source>
        <translation>“%1”的数值</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>尚无内容。</translation>
    </message>
</context>
<context>
    <name>wb::ui::ChartsPage</name>
    <message>
        <source>Bytes of each stage</source>
        <translation>各阶段的字节数</translation>
    </message>
    <message>
        <source>Speed of reading and writing</source>
        <translation>读写速度</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>时间范围</translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>最近 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>wb::ui::CompareDialog</name>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Path, https://…, hf://owner/name/file or the name of a model</source>
        <translation>路径、https://…、hf://所有者/名称/文件，或模型的名称</translation>
    </message>
    <message>
        <source>&amp;The other checkpoint or model folder:</source>
        <translation>另一个检查点或模型文件夹(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with a folder</source>
        <translation>与文件夹比较</translation>
    </message>
</context>
<context>
    <name>wb::ui::CompareModel</name>
    <message>
        <source>equal</source>
        <translation>相等</translation>
    </message>
    <message>
        <source>values differ</source>
        <translation>值不同</translation>
    </message>
    <message>
        <source>shape differs</source>
        <translation>形状不同</translation>
    </message>
    <message>
        <source>type differs</source>
        <translation>类型不同</translation>
    </message>
    <message>
        <source>only in the first</source>
        <translation>仅在第一个中</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>仅在第二个中</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Values changed</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>最大差异</translation>
    </message>
</context>
<context>
    <name>wb::ui::ComparePage</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Compare with &amp;another…</source>
        <translation>与其他对象比较(&amp;A)…</translation>
    </message>
    <message>
        <source>E&amp;xport as CSV…</source>
        <translation>导出为 CSV(&amp;X)…</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>已读取 %1/%2</translation>
    </message>
    <message>
        <source>Compare the open file with another file or folder.</source>
        <translation>将打开的文件与另一个文件或文件夹进行比较。</translation>
    </message>
    <message>
        <source>Any two checkpoints or model folders, tensor by tensor.</source>
        <translation>任意两个检查点或模型文件夹，逐个张量进行比较。</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Tensors of both</source>
        <translation>两者的张量</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Tensors belong together by the key map.</source>
        <translation>张量按键映射配对。</translation>
    </message>
    <message>
        <source>Tensors belong together by their keys.</source>
        <translation>张量按键配对。</translation>
    </message>
    <message numerus="yes">
        <source>Both hold the same: %n tensor(s)</source>
        <translation>
            <numerusform>两者内容相同：%n 个张量</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tensors differ</source>
        <translation>%2 个张量中有 %1 个不同</translation>
    </message>
    <message>
        <source>Comparing was stopped.</source>
        <translation>比较已停止。</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>导出比较结果</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
</context>
<context>
    <name>wb::ui::ConnectionPane</name>
    <message numerus="yes">
        <source>Reached in %n ms, answer %1.</source>
        <translation>
            <numerusform>已连接，用时 %n 毫秒，应答 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate was verified.</source>
        <translation>证书已验证。</translation>
    </message>
    <message>
        <source>Without TLS.</source>
        <translation>未使用 TLS。</translation>
    </message>
    <message>
        <source>No proxy on the way.</source>
        <translation>未经过代理。</translation>
    </message>
    <message>
        <source>Through the proxy %1.</source>
        <translation>经由代理 %1。</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the test of the connection</source>
        <translation>取消连接测试</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>wb::ui::Demo</name>
    <message>
        <source>This made-up checkpoint has one key that no rule knows.</source>
        <translation>这个虚构的检查点中有一个键不符合任何规则。</translation>
    </message>
    <message>
        <source>Go to it with F8, accept the place that is suggested, then convert.</source>
        <translation>按 F8 转到该键，接受建议的位置，然后进行转换。</translation>
    </message>
    <message>
        <source>Every key has a place now.</source>
        <translation>每个键现在都有了位置。</translation>
    </message>
    <message>
        <source>Convert the checkpoint with the button below, or with Ctrl+Return.</source>
        <translation>使用下方的按钮或按 Ctrl+Return 转换检查点。</translation>
    </message>
    <message>
        <source>The model folder is written, and every byte of it is proved.</source>
        <translation>模型文件夹已写入，每个字节均已验证无误。</translation>
    </message>
    <message>
        <source>Go on to Verify to compare what both networks compute, or look at Publish: nothing is sent before you say so.</source>
        <translation>接下来可前往“验证”比较两个网络的计算结果，或查看“发布”：未经您确认，不会发送任何内容。</translation>
    </message>
</context>
<context>
    <name>wb::ui::Desktop</name>
    <message>
        <source>Work is paused</source>
        <translation>工作已暂停</translation>
    </message>
    <message>
        <source>Work goes on</source>
        <translation>工作继续进行</translation>
    </message>
    <message>
        <source>Weightbridge is in the tray.</source>
        <translation>Weightbridge 在系统托盘中。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>wb::ui::DestinationDelegate</name>
    <message>
        <source>Key in the model folder</source>
        <translation>模型文件夹中的键</translation>
    </message>
    <message>
        <source>Part of a key, or Down for all places</source>
        <translation>输入键的一部分，或按下方向键显示所有位置</translation>
    </message>
    <message>
        <source>Places, best first</source>
        <translation>位置，最佳者在前</translation>
    </message>
</context>
<context>
    <name>wb::ui::DownloadPage</name>
    <message>
        <source>Fetched</source>
        <translation>已获取</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Fetched twice</source>
        <translation>重复获取</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>nowhere: only the result is stored</source>
        <translation>不保存：只存储结果</translation>
    </message>
    <message>
        <source>nothing: the file was here already</source>
        <translation>无：文件已在本机</translation>
    </message>
    <message>
        <source>%1, of those %2 in an earlier run</source>
        <translation>%1，其中 %2 来自先前的运行</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>已保留 %1</translation>
    </message>
    <message>
        <source>%1 is here: %2.</source>
        <translation>%1 已在本机：%2。</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>正在检查 %1</translation>
    </message>
    <message>
        <source>Downloading %1 from %2</source>
        <translation>正在从 %2 下载 %1</translation>
    </message>
    <message>
        <source>Converting %1 while it comes from %2</source>
        <translation>正在边从 %2 下载边转换 %1</translation>
    </message>
    <message>
        <source>Paused: %1 from %2</source>
        <translation>已暂停：来自 %2 的 %1</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>来自 %2 的 %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::DroppedFiles</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Not there: %1.</source>
        <translation>不存在：%1。</translation>
    </message>
    <message>
        <source>Without permission to read: %1.</source>
        <translation>没有读取权限：%1。</translation>
    </message>
    <message>
        <source>Neither files nor folders: %1.</source>
        <translation>既不是文件也不是文件夹：%1。</translation>
    </message>
    <message>
        <source>Folders that do not hold one checkpoint: %1.</source>
        <translation>其中不是恰好有一个检查点的文件夹：%1。</translation>
    </message>
    <message>
        <source>Cannot be read: %1.</source>
        <translation>无法读取：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n of what was to be added cannot be converted and was left out of the queue.</source>
        <translation>
            <numerusform>要添加的内容中有 %n 项无法转换，未加入队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>Addresses, which are opened one at a time: %1.</source>
        <translation>地址（需逐个打开）：%1。</translation>
    </message>
</context>
<context>
    <name>wb::ui::EditActions</name>
    <message>
        <source>&amp;Load key map…</source>
        <translation>载入键映射(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Save key map</source>
        <translation>保存键映射(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>&amp;Drop the key</source>
        <translation>舍弃此键(&amp;D)</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>&amp;Keep as the rules say</source>
        <translation>恢复为规则的结果(&amp;K)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>&amp;Make a rule from this edit…</source>
        <translation>根据此编辑创建规则(&amp;M)…</translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation>创建规则…</translation>
    </message>
    <message>
        <source>Sa&amp;ve key map as…</source>
        <translation>键映射另存为(&amp;V)…</translation>
    </message>
    <message>
        <source>Acc&amp;ept the suggestion (or 1 to 5)</source>
        <translation>接受建议（或按 1 到 5）(&amp;E)</translation>
    </message>
    <message>
        <source>Ch&amp;oose another place…</source>
        <translation>选择其他位置(&amp;O)…</translation>
    </message>
    <message>
        <source>C&amp;lear all edits</source>
        <translation>清除所有编辑(&amp;L)</translation>
    </message>
</context>
<context>
    <name>wb::ui::EditText</name>
    <message>
        <source>%1 does not fit: the key in the file is %2, the model has %3 there.</source>
        <translation>%1 不匹配：文件中的键为 %2，而模型此处为 %3。</translation>
    </message>
    <message>
        <source>%1 does not fit: both are %2, but the model has floating numbers there and the file integers.</source>
        <translation>%1 不匹配：两者均为 %2，但模型此处为浮点数，文件中为整数。</translation>
    </message>
    <message>
        <source>%1 does not fit: both are %2, but the model has integers there and the file floating numbers.</source>
        <translation>%1 不匹配：两者均为 %2，但模型此处为整数，文件中为浮点数。</translation>
    </message>
    <message>
        <source>does not fit: %1 instead of %2</source>
        <translation>不匹配：应为 %2，实为 %1</translation>
    </message>
    <message>
        <source>does not fit: other kind of number</source>
        <translation>不匹配：数值种类不同</translation>
    </message>
    <message>
        <source>has %1 now</source>
        <translation>现为 %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::EffectiveSettings</name>
    <message>
        <source>Only https:// addresses are secure.</source>
        <translation>只有 https:// 地址才是安全的。</translation>
    </message>
    <message>
        <source>This is no address that begins with https://.</source>
        <translation>这不是以 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>Give a proxy as http://host:port.</source>
        <translation>请以 http://host:port 的形式填写代理。</translation>
    </message>
    <message>
        <source>A name and password would be kept in plain text: put them into https_proxy instead.</source>
        <translation>用户名和密码会以明文保存：请改为写入 https_proxy。</translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <translation>请填写文件夹的完整路径。</translation>
    </message>
    <message>
        <source>This cannot be a value.</source>
        <translation>这不是有效的值。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这样的文件。</translation>
    </message>
    <message>
        <source>Give a number from 1 to 8.</source>
        <translation>请填写 1 到 8 之间的数字。</translation>
    </message>
    <message>
        <source>Give a size such as 5MB or 500KiB.</source>
        <translation>请填写大小，例如 5MB 或 500KiB。</translation>
    </message>
    <message>
        <source>There is no such type.</source>
        <translation>没有这样的类型。</translation>
    </message>
</context>
<context>
    <name>wb::ui::EnvironmentDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Environment report</source>
        <translation>环境报告</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
</context>
<context>
    <name>wb::ui::ErrorActs</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Use what the file tells</source>
        <translation>以文件内容为准</translation>
    </message>
    <message>
        <source>Convert with its classifier</source>
        <translation>连同其分类器一起转换</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>显示键</translation>
    </message>
    <message>
        <source>Leave these keys out</source>
        <translation>舍弃这些键</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>替换现有内容</translation>
    </message>
    <message>
        <source>Use BF16: %1</source>
        <translation>使用 BF16：%1</translation>
    </message>
    <message>
        <source>Use BF16</source>
        <translation>使用 BF16</translation>
    </message>
    <message>
        <source>Open the full drive</source>
        <translation>打开已满的驱动器</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Show what is published</source>
        <translation>显示要发布的内容</translation>
    </message>
    <message>
        <source>Open token page</source>
        <translation>打开令牌页面</translation>
    </message>
    <message>
        <source>Use another token…</source>
        <translation>使用其他令牌…</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>阅读许可证</translation>
    </message>
    <message>
        <source>Show the comparison</source>
        <translation>显示比较</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
</context>
<context>
    <name>wb::ui::ErrorSentences</name>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>a Git LFS pointer</source>
        <translation>Git LFS 指针文件</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 归档文件</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>7z 归档文件</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 归档文件</translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation>tar 归档文件</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>bzip2 归档文件</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>xz 归档文件</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>Zstandard 归档文件</translation>
    </message>
    <message>
        <source>an LZ4 archive</source>
        <translation>LZ4 归档文件</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>JSON 文件</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>XML 文件</translation>
    </message>
    <message>
        <source>a text file</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>Windows 程序</translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>HDF5 文件</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>NumPy 数组</translation>
    </message>
    <message>
        <source>a FlatBuffer</source>
        <translation>FlatBuffer</translation>
    </message>
    <message>
        <source>a bare pickle that torch.save did not write</source>
        <translation>并非由 torch.save 写入的裸 pickle 文件</translation>
    </message>
    <message>
        <source>a file of nothing but zeros</source>
        <translation>全部为零的文件</translation>
    </message>
    <message>
        <source>a folder without a checkpoint in it</source>
        <translation>不含检查点的文件夹</translation>
    </message>
    <message>
        <source>a folder with several checkpoints</source>
        <translation>含有多个检查点的文件夹</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>未知内容</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>it is not written as one</source>
        <translation>写法不正确</translation>
    </message>
    <message>
        <source>it begins with neither https:// nor hf://</source>
        <translation>开头既不是 https:// 也不是 hf://</translation>
    </message>
    <message>
        <source>it holds a user name or password</source>
        <translation>其中含有用户名或密码</translation>
    </message>
    <message>
        <source>it holds spaces or characters that cannot be seen</source>
        <translation>其中含有空格或不可见字符</translation>
    </message>
    <message>
        <source>it names no server</source>
        <translation>未指明服务器</translation>
    </message>
    <message>
        <source>it is not encrypted: http:// is taken of this machine only</source>
        <translation>未加密：http:// 仅可用于本机</translation>
    </message>
    <message>
        <source>its name cannot be looked up</source>
        <translation>无法解析其名称</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>对方没有应答</translation>
    </message>
    <message>
        <source>it broke the connection</source>
        <translation>对方中断了连接</translation>
    </message>
    <message>
        <source>it ended the connection too early</source>
        <translation>对方过早结束了连接</translation>
    </message>
    <message>
        <source>it stopped sending</source>
        <translation>对方停止了发送</translation>
    </message>
    <message>
        <source>it is busy and asked to wait</source>
        <translation>对方正忙，要求等待</translation>
    </message>
    <message>
        <source>the disk does not take what it sends</source>
        <translation>磁盘无法接收对方发送的数据</translation>
    </message>
    <message>
        <source>its certificate is not valid</source>
        <translation>其证书无效</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>其证书已过期</translation>
    </message>
    <message>
        <source>its certificate is that of another server</source>
        <translation>其证书属于另一台服务器</translation>
    </message>
    <message>
        <source>it signed its certificate itself</source>
        <translation>其证书为自签名证书</translation>
    </message>
    <message>
        <source>nobody known here vouches for its certificate</source>
        <translation>其证书的颁发机构不受信任</translation>
    </message>
    <message>
        <source>no encrypted connection could be agreed on</source>
        <translation>无法协商建立加密连接</translation>
    </message>
    <message>
        <source>it asks for a user name and a password</source>
        <translation>对方要求提供用户名和密码</translation>
    </message>
    <message>
        <source>it answered with an error of its own</source>
        <translation>对方返回了自身的错误</translation>
    </message>
    <message>
        <source>no such file is there</source>
        <translation>该处没有此文件</translation>
    </message>
    <message>
        <source>a fault of its own</source>
        <translation>服务器自身的故障</translation>
    </message>
    <message>
        <source>too many requests from here</source>
        <translation>来自此处的请求过多</translation>
    </message>
    <message>
        <source>one redirect too many</source>
        <translation>重定向次数过多</translation>
    </message>
    <message>
        <source>to a connection that is not encrypted</source>
        <translation>指向未加密的连接</translation>
    </message>
    <message>
        <source>to something that is not on the network</source>
        <translation>指向网络以外的内容</translation>
    </message>
    <message>
        <source>to a machine of the local network</source>
        <translation>指向本地网络中的机器</translation>
    </message>
    <message>
        <source>a Git LFS pointer instead of the file</source>
        <translation>收到的是 Git LFS 指针而非文件本身</translation>
    </message>
    <message>
        <source>a part without saying which one</source>
        <translation>未说明是哪一部分的部分内容</translation>
    </message>
    <message>
        <source>a size that does not fit</source>
        <translation>大小不符</translation>
    </message>
    <message>
        <source>another part of the file</source>
        <translation>文件的另一部分</translation>
    </message>
    <message>
        <source>a part of a file of another size</source>
        <translation>另一大小的文件的一部分</translation>
    </message>
    <message>
        <source>several parts in one</source>
        <translation>多个部分合在一起</translation>
    </message>
    <message>
        <source>the file packed in a way that was not asked for</source>
        <translation>文件以未请求的方式打包</translation>
    </message>
    <message>
        <source>a header without end</source>
        <translation>没有结尾的标头</translation>
    </message>
    <message>
        <source>no HTTP answer</source>
        <translation>不是 HTTP 应答</translation>
    </message>
    <message>
        <source>it sends the file only as a whole</source>
        <translation>只能整个发送文件</translation>
    </message>
    <message>
        <source>its ETag is another</source>
        <translation>其 ETag 不同</translation>
    </message>
    <message>
        <source>its date is another</source>
        <translation>其日期不同</translation>
    </message>
    <message>
        <source>its size is another</source>
        <translation>其大小不同</translation>
    </message>
    <message>
        <source>its terms have to be accepted first</source>
        <translation>须先接受其条款</translation>
    </message>
    <message>
        <source>only with a token, and there is none</source>
        <translation>需要令牌，但没有令牌</translation>
    </message>
    <message>
        <source>the token is in the keychain, which is locked</source>
        <translation>令牌在密钥环中，而密钥环已锁定</translation>
    </message>
    <message>
        <source>it is empty, or holds characters that no token has</source>
        <translation>令牌为空，或含有令牌中不可能出现的字符</translation>
    </message>
    <message>
        <source>the token is not accepted</source>
        <translation>令牌未被接受</translation>
    </message>
    <message>
        <source>access is denied</source>
        <translation>访问被拒绝</translation>
    </message>
    <message>
        <source>its SHA-256 is another</source>
        <translation>其 SHA-256 不同</translation>
    </message>
    <message>
        <source>nothing is written there</source>
        <translation>没有填写内容</translation>
    </message>
    <message>
        <source>it has more than the two parts owner/name</source>
        <translation>超出了 owner/name 两个部分</translation>
    </message>
    <message>
        <source>nothing is written before the slash</source>
        <translation>斜杠前没有内容</translation>
    </message>
    <message>
        <source>the token may not write to this owner</source>
        <translation>该令牌不能写入此所有者的空间</translation>
    </message>
    <message>
        <source>the token may only read</source>
        <translation>该令牌只能读取</translation>
    </message>
    <message>
        <source>it holds characters that the Hub does not take</source>
        <translation>含有 Hub 不接受的字符</translation>
    </message>
    <message>
        <source>it is longer than 96 characters</source>
        <translation>超过 96 个字符</translation>
    </message>
    <message>
        <source>it begins or ends with &apos;-&apos; or &apos;.&apos;</source>
        <translation>以“-”或“.”开头或结尾</translation>
    </message>
    <message>
        <source>it holds &apos;--&apos;</source>
        <translation>含有“--”</translation>
    </message>
    <message>
        <source>it holds &apos;..&apos;</source>
        <translation>含有“..”</translation>
    </message>
    <message>
        <source>it ends with .git</source>
        <translation>以 .git 结尾</translation>
    </message>
    <message>
        <source>there is no such branch or revision</source>
        <translation>没有这样的分支或修订版本</translation>
    </message>
    <message>
        <source>it has another name now</source>
        <translation>现已更名</translation>
    </message>
    <message>
        <source>somebody else has changed it meanwhile</source>
        <translation>期间已被他人更改</translation>
    </message>
    <message>
        <source>it is private, and stays so</source>
        <translation>它是私有的，并将保持私有</translation>
    </message>
    <message>
        <source>it is public, and stays so</source>
        <translation>它是公开的，并将保持公开</translation>
    </message>
    <message>
        <source>there is no such repository</source>
        <translation>没有这样的仓库</translation>
    </message>
    <message>
        <source>the model card is not taken</source>
        <translation>模型卡片未被接受</translation>
    </message>
    <message>
        <source>a file is not taken</source>
        <translation>有文件未被接受</translation>
    </message>
    <message>
        <source>a part of a file is not taken</source>
        <translation>文件的某一部分未被接受</translation>
    </message>
    <message>
        <source>its store does not take the file</source>
        <translation>其存储未接受该文件</translation>
    </message>
    <message>
        <source>another run publishes it</source>
        <translation>另一个进程正在发布它</translation>
    </message>
    <message>
        <source>it is no SPDX id</source>
        <translation>不是 SPDX 标识符</translation>
    </message>
    <message>
        <source>it does not say how large the file is</source>
        <translation>未说明文件的大小</translation>
    </message>
    <message>
        <source>an answer in pieces that do not fit</source>
        <translation>应答的分块不正确</translation>
    </message>
    <message>
        <source>the begun download of another file is there</source>
        <translation>那里有另一个文件尚未完成的下载</translation>
    </message>
    <message>
        <source>another file of this name is there</source>
        <translation>那里已有另一个同名文件</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>none is running here</source>
        <translation>此处没有正在运行的密钥环</translation>
    </message>
    <message>
        <source>the network is switched off</source>
        <translation>网络已关闭</translation>
    </message>
    <message>
        <source>Something in Weightbridge went wrong that should not have.</source>
        <translation>Weightbridge 中发生了本不应出现的错误。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the details below.</source>
        <translation>请重试；如果再次发生，请附上下方的详情报告此问题。</translation>
    </message>
    <message>
        <source>This was asked for in a way that cannot be carried out.</source>
        <translation>请求的方式无法执行。</translation>
    </message>
    <message>
        <source>Look at the options and choose others.</source>
        <translation>请查看各选项并改用其他选项。</translation>
    </message>
    <message>
        <source>There is nothing at {file}.</source>
        <translation>{file} 处没有任何内容。</translation>
    </message>
    <message>
        <source>Check the name, and whether the drive is connected.</source>
        <translation>请检查名称，以及驱动器是否已连接。</translation>
    </message>
    <message>
        <source>No model named {name} is in the catalogue.</source>
        <translation>模型目录中没有名为 {name} 的模型。</translation>
    </message>
    <message>
        <source>Choose one from the list on the left.</source>
        <translation>请从左侧列表中选择一个。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>The file asks for more than any real checkpoint needs ({part}).</source>
        <translation>该文件的要求超出了任何真实检查点的需要（{part}）。</translation>
    </message>
    <message>
        <source>It is damaged or made to do harm; fetch it again from where it was published.</source>
        <translation>该文件已损坏或意在造成危害；请从其发布处重新获取。</translation>
    </message>
    <message>
        <source>You may not read or write {file}.</source>
        <translation>您无权读取或写入 {file}。</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another place.</source>
        <translation>请更改其权限，或选择其他位置。</translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation>{file} 不是普通文件。</translation>
    </message>
    <message>
        <source>Choose a checkpoint file, or a folder with model.safetensors.</source>
        <translation>请选择检查点文件，或含有 model.safetensors 的文件夹。</translation>
    </message>
    <message>
        <source>{file} is not a folder.</source>
        <translation>{file} 不是文件夹。</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>请选择其他输出文件夹。</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Check the drive, then try again.</source>
        <translation>请检查驱动器，然后重试。</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>无法写入 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Check the drive, then try again; what is finished is kept.</source>
        <translation>请检查驱动器，然后重试；已完成的部分会保留。</translation>
    </message>
    <message>
        <source>{file} is on a drive that cannot be written to.</source>
        <translation>{file} 位于无法写入的驱动器上。</translation>
    </message>
    <message>
        <source>Choose an output folder elsewhere.</source>
        <translation>请在其他位置选择输出文件夹。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then go on: what is finished is kept.</source>
        <translation>请释放一些空间或选择其他文件夹，然后继续：已完成的部分会保留。</translation>
    </message>
    <message>
        <source>The file system does not take files of this size.</source>
        <translation>文件系统不支持这么大的文件。</translation>
    </message>
    <message>
        <source>Choose a smaller shard size or another drive.</source>
        <translation>请选择更小的分片大小或其他驱动器。</translation>
    </message>
    <message>
        <source>The checkpoint was changed while it was read.</source>
        <translation>检查点在读取期间被更改。</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it any more, then try again.</source>
        <translation>请等到不再有程序写入该文件，然后重试。</translation>
    </message>
    <message>
        <source>The checkpoint became shorter while it was read.</source>
        <translation>检查点在读取期间变短了。</translation>
    </message>
    <message>
        <source>Wait until it is complete, then try again.</source>
        <translation>请等到文件完整，然后重试。</translation>
    </message>
    <message>
        <source>Another Weightbridge is working on this folder.</source>
        <translation>另一个 Weightbridge 正在处理此文件夹。</translation>
    </message>
    <message>
        <source>Wait for it, or choose another output folder.</source>
        <translation>请等待其完成，或选择其他输出文件夹。</translation>
    </message>
    <message>
        <source>The output folder holds something else, and it was left alone.</source>
        <translation>输出文件夹中有其他内容，未作任何改动。</translation>
    </message>
    <message>
        <source>Choose another folder, or allow it to be replaced.</source>
        <translation>请选择其他文件夹，或允许替换此文件夹。</translation>
    </message>
    <message>
        <source>The file points to a place outside its own folder, and it was not followed.</source>
        <translation>该文件指向其所在文件夹之外的位置，程序未予跟随。</translation>
    </message>
    <message>
        <source>Fetch the checkpoint again from where it was published.</source>
        <translation>请从检查点的发布处重新获取。</translation>
    </message>
    <message>
        <source>The result would replace the checkpoint itself.</source>
        <translation>结果会替换检查点本身。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The download may have failed: fetch it again.</source>
        <translation>下载可能失败了：请重新获取。</translation>
    </message>
    <message>
        <source>This is not a checkpoint: it looks like {kind}.</source>
        <translation>这不是检查点，看起来像是：{kind}。</translation>
    </message>
    <message>
        <source>Open the checkpoint itself; where this came from a download, fetch it again.</source>
        <translation>请打开检查点本身；如果此文件是下载得到的，请重新获取。</translation>
    </message>
    <message>
        <source>This is a TorchScript program, not a checkpoint.</source>
        <translation>这是 TorchScript 程序，不是检查点。</translation>
    </message>
    <message>
        <source>Save the model&apos;s state dict with torch.save and open that file.</source>
        <translation>请用 torch.save 保存模型的 state dict，然后打开该文件。</translation>
    </message>
    <message>
        <source>This file is in PyTorch&apos;s oldest format (tar), which is not read.</source>
        <translation>此文件采用 PyTorch 最旧的格式（tar），无法读取。</translation>
    </message>
    <message>
        <source>Load it with an old PyTorch and save it again with torch.save.</source>
        <translation>请用旧版 PyTorch 载入，再用 torch.save 重新保存。</translation>
    </message>
    <message>
        <source>This is one part of a checkpoint that was saved in shards, one for each process.</source>
        <translation>这是检查点的一部分，该检查点按进程分片保存，每个进程一个分片。</translation>
    </message>
    <message>
        <source>Put the shards together with VISSL&apos;s tools first.</source>
        <translation>请先用 VISSL 的工具合并各分片。</translation>
    </message>
    <message>
        <source>There are no weights in this file.</source>
        <translation>此文件中没有权重。</translation>
    </message>
    <message>
        <source>Choose the checkpoint that holds the model itself.</source>
        <translation>请选择包含模型本身的检查点。</translation>
    </message>
    <message>
        <source>Nothing is stored under {name} in this file.</source>
        <translation>此文件中没有存储在 {name} 下的内容。</translation>
    </message>
    <message>
        <source>Leave the path empty to search for the weights.</source>
        <translation>将路径留空即可搜索权重。</translation>
    </message>
    <message>
        <source>Several sets of weights are in this file.</source>
        <translation>此文件中有多组权重。</translation>
    </message>
    <message>
        <source>Use the command line and name one with --state-dict.</source>
        <translation>请使用命令行，并用 --state-dict 指定其中一组。</translation>
    </message>
    <message>
        <source>The weights are not those of a RegNet.</source>
        <translation>这些权重不是 RegNet 的权重。</translation>
    </message>
    <message>
        <source>Weightbridge converts RegNet models: VISSL and SEER, timm, torchvision.</source>
        <translation>Weightbridge 可转换 RegNet 模型：VISSL 与 SEER、timm、torchvision。</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>文件过早结束。</translation>
    </message>
    <message>
        <source>The download is not complete: fetch it again.</source>
        <translation>下载不完整：请重新获取。</translation>
    </message>
    <message>
        <source>The end of the file, where its table of contents is described, is damaged.</source>
        <translation>文件末尾描述其内容目录的部分已损坏。</translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <translation>请重新获取该文件。</translation>
    </message>
    <message>
        <source>The file&apos;s table of contents for large files is damaged.</source>
        <translation>文件中用于大文件的内容目录已损坏。</translation>
    </message>
    <message>
        <source>The file&apos;s table of contents does not have as many entries as it says.</source>
        <translation>文件内容目录的条目数与其声明的不符。</translation>
    </message>
    <message>
        <source>An entry of the file&apos;s table of contents is damaged ({part}).</source>
        <translation>文件内容目录中有一个条目已损坏（{part}）。</translation>
    </message>
    <message>
        <source>The file describes {part} in two ways that do not agree.</source>
        <translation>文件对 {part} 有两种互相矛盾的描述。</translation>
    </message>
    <message>
        <source>It is damaged or made to mislead: fetch it from where it was published.</source>
        <translation>该文件已损坏或意在误导：请从其发布处获取。</translation>
    </message>
    <message>
        <source>The file is encrypted.</source>
        <translation>文件已加密。</translation>
    </message>
    <message>
        <source>Unpack it with its password first.</source>
        <translation>请先用密码将其解包。</translation>
    </message>
    <message>
        <source>The file was packed again with compression.</source>
        <translation>文件被重新打包并压缩过。</translation>
    </message>
    <message>
        <source>Unpack it, and open the checkpoint that is inside.</source>
        <translation>请将其解包，然后打开其中的检查点。</translation>
    </message>
    <message>
        <source>The file holds {part} twice.</source>
        <translation>文件中有两个 {part}。</translation>
    </message>
    <message>
        <source>The file holds an entry with an impossible name.</source>
        <translation>文件中有一个条目的名称不可能存在。</translation>
    </message>
    <message>
        <source>Entries of the file lie over each other.</source>
        <translation>文件中的条目相互重叠。</translation>
    </message>
    <message>
        <source>This is a zip file, but not one that torch.save wrote.</source>
        <translation>这是 zip 文件，但不是由 torch.save 写入的。</translation>
    </message>
    <message>
        <source>The values of a tensor are missing from the file ({part}).</source>
        <translation>文件中缺失某个张量的值（{part}）。</translation>
    </message>
    <message>
        <source>Values in the file are damaged: the checksum of {part} does not match.</source>
        <translation>文件中的值已损坏：{part} 的校验和不匹配。</translation>
    </message>
    <message>
        <source>The file starts like an older PyTorch checkpoint, but its structure is damaged.</source>
        <translation>文件开头像是较旧的 PyTorch 检查点，但其结构已损坏。</translation>
    </message>
    <message>
        <source>The values in this older PyTorch checkpoint are not where they should be.</source>
        <translation>这个较旧的 PyTorch 检查点中的值不在应在的位置。</translation>
    </message>
    <message>
        <source>The file was written on a big-endian machine in a way that is not read.</source>
        <translation>此文件在大端序机器上写入，其写入方式无法读取。</translation>
    </message>
    <message>
        <source>Save it again on an ordinary computer.</source>
        <translation>请在普通计算机上重新保存。</translation>
    </message>
    <message>
        <source>The description of the tensors ends too early.</source>
        <translation>张量的描述过早结束。</translation>
    </message>
    <message>
        <source>The description of the tensors holds an unknown instruction.</source>
        <translation>张量的描述中有未知指令。</translation>
    </message>
    <message>
        <source>Fetch the file again, or save it with torch.save.</source>
        <translation>请重新获取该文件，或用 torch.save 保存。</translation>
    </message>
    <message>
        <source>The description of the tensors does not fit together.</source>
        <translation>张量的描述前后不一致。</translation>
    </message>
    <message>
        <source>The description of the tensors refers to something that is not there.</source>
        <translation>张量的描述引用了不存在的内容。</translation>
    </message>
    <message>
        <source>The description of the tensors changes something that cannot be changed.</source>
        <translation>张量的描述试图更改无法更改的内容。</translation>
    </message>
    <message>
        <source>The description of the tensors holds an impossible value.</source>
        <translation>张量的描述中有不可能的值。</translation>
    </message>
    <message>
        <source>A tensor in the file refers to its values in an unknown way.</source>
        <translation>文件中有张量以未知方式引用其值。</translation>
    </message>
    <message>
        <source>Save the checkpoint again with torch.save.</source>
        <translation>请用 torch.save 重新保存检查点。</translation>
    </message>
    <message>
        <source>Something follows after the description of the tensors.</source>
        <translation>张量的描述之后还有其他内容。</translation>
    </message>
    <message>
        <source>This file asks Python to run {name}. Nothing was run; it is not a plain checkpoint, so it is not converted.</source>
        <translation>此文件要求 Python 运行 {name}。程序未运行任何内容；它不是普通的检查点，因此不会转换。</translation>
    </message>
    <message>
        <source>Ask its author for a file that holds only weights.</source>
        <translation>请向其作者索取仅含权重的文件。</translation>
    </message>
    <message>
        <source>The tensor {key} reaches outside of its stored values.</source>
        <translation>张量 {key} 超出了其存储值的范围。</translation>
    </message>
    <message>
        <source>It is damaged or made to do harm: fetch it from where it was published.</source>
        <translation>该文件已损坏或意在造成危害：请从其发布处获取。</translation>
    </message>
    <message>
        <source>The tensor {key} has far more values than are stored in the file.</source>
        <translation>张量 {key} 的值远多于文件中存储的值。</translation>
    </message>
    <message>
        <source>Save the checkpoint again with contiguous tensors.</source>
        <translation>请使用连续的张量重新保存检查点。</translation>
    </message>
    <message>
        <source>The tensor {key} has a type that a model folder cannot hold.</source>
        <translation>张量 {key} 的类型无法保存在模型文件夹中。</translation>
    </message>
    <message>
        <source>Convert it with PyTorch first (quantized and sparse tensors are not supported).</source>
        <translation>请先用 PyTorch 转换（不支持量化张量和稀疏张量）。</translation>
    </message>
    <message>
        <source>A tensor in the file has no usable name.</source>
        <translation>文件中有张量没有可用的名称。</translation>
    </message>
    <message>
        <source>Save the checkpoint again with plain names.</source>
        <translation>请使用普通的名称重新保存检查点。</translation>
    </message>
    <message>
        <source>A part of this checkpoint is missing or damaged ({file}).</source>
        <translation>此检查点的某一部分缺失或已损坏（{file}）。</translation>
    </message>
    <message>
        <source>Put the file and its folder of layers side by side, complete.</source>
        <translation>请将该文件与其各层所在的文件夹完整地放在一起。</translation>
    </message>
    <message>
        <source>The safetensors file gives its header a length that cannot be.</source>
        <translation>该 safetensors 文件给出的标头长度不可能成立。</translation>
    </message>
    <message>
        <source>The header of the safetensors file is damaged.</source>
        <translation>该 safetensors 文件的标头已损坏。</translation>
    </message>
    <message>
        <source>The safetensors file describes the tensor {key} in an impossible way.</source>
        <translation>该 safetensors 文件对张量 {key} 的描述不可能成立。</translation>
    </message>
    <message>
        <source>The tensors of the safetensors file leave gaps or lie over each other.</source>
        <translation>该 safetensors 文件的张量之间有空隙或相互重叠。</translation>
    </message>
    <message>
        <source>The safetensors file names {key} twice.</source>
        <translation>该 safetensors 文件两次列出 {key}。</translation>
    </message>
    <message>
        <source>The index of the safetensors files does not match the files beside it.</source>
        <translation>safetensors 文件的索引与其旁边的文件不匹配。</translation>
    </message>
    <message>
        <source>Fetch the whole folder again.</source>
        <translation>请重新获取整个文件夹。</translation>
    </message>
    <message>
        <source>The key-map file cannot be used ({part}).</source>
        <translation>无法使用该键映射文件（{part}）。</translation>
    </message>
    <message>
        <source>Correct it, or save a new one from the table.</source>
        <translation>请更正该文件，或从表格另存一个新文件。</translation>
    </message>
    <message>
        <source>Some keys have no place yet, so nothing can be converted.</source>
        <translation>有些键尚无位置，因此无法进行转换。</translation>
    </message>
    <message>
        <source>The shapes in the file do not make a RegNet ({part}: {found} instead of {expected}).</source>
        <translation>文件中的形状无法构成 RegNet（{part}：应为 {expected}，实为 {found}）。</translation>
    </message>
    <message>
        <source>The file may be damaged or of a changed network.</source>
        <translation>文件可能已损坏，或属于改动过的网络。</translation>
    </message>
    <message>
        <source>The file of labels cannot be used.</source>
        <translation>无法使用该标签文件。</translation>
    </message>
    <message>
        <source>It must hold one label a line, or a JSON object from number to label.</source>
        <translation>该文件必须每行一个标签，或是从编号到标签的 JSON 对象。</translation>
    </message>
    <message>
        <source>The {found} labels do not fit the classifier ({expected} classes).</source>
        <translation>{found} 个标签与分类器（{expected} 个类别）不匹配。</translation>
    </message>
    <message>
        <source>Use a file with one label for each class.</source>
        <translation>请使用每个类别对应一个标签的文件。</translation>
    </message>
    <message>
        <source>Not enough space on {path}: {needed:bytes} needed, {free:bytes} free.</source>
        <translation>{path} 上的空间不足：需要 {needed:bytes}，可用 {free:bytes}。</translation>
    </message>
    <message>
        <source>Choose another output folder, a smaller type, or free some space and check again.</source>
        <translation>请选择其他输出文件夹或更小的类型，或释放一些空间，然后重新检查。</translation>
    </message>
    <message>
        <source>Not enough memory: {needed:bytes} needed, {free:bytes} free.</source>
        <translation>内存不足：需要 {needed:bytes}，可用 {free:bytes}。</translation>
    </message>
    <message>
        <source>Close other programs and check again.</source>
        <translation>请关闭其他程序，然后重新检查。</translation>
    </message>
    <message>
        <source>The notes of an earlier run in the output folder are damaged.</source>
        <translation>输出文件夹中先前运行的记录已损坏。</translation>
    </message>
    <message>
        <source>Choose another output folder, or allow this one to be replaced.</source>
        <translation>请选择其他输出文件夹，或允许替换此文件夹。</translation>
    </message>
    <message>
        <source>The result is not what it should be ({part}).</source>
        <translation>结果与应有的不符（{part}）。</translation>
    </message>
    <message>
        <source>Do not use it. Check the drive, and convert once more.</source>
        <translation>请勿使用该结果。请检查驱动器，然后再转换一次。</translation>
    </message>
    <message>
        <source>The two networks do not compute the same; they part in {part}.</source>
        <translation>两个网络的计算结果不同；自 {part} 起出现差异。</translation>
    </message>
    <message>
        <source>The result is not the model of the checkpoint: convert it again, and check the folder against its checkpoint.</source>
        <translation>结果不是该检查点的模型：请重新转换，并对照检查点检查该文件夹。</translation>
    </message>
    <message>
        <source>Tracing could not pair the modules of the two networks.</source>
        <translation>跟踪时无法将两个网络的模块配对。</translation>
    </message>
    <message>
        <source>The networks are not of one structure; report it with the details below.</source>
        <translation>两个网络的结构不同；请附上下方的详情报告此问题。</translation>
    </message>
    <message>
        <source>Tracing and rules lead to different places.</source>
        <translation>跟踪与规则得出的位置不同。</translation>
    </message>
    <message>
        <source>Look again at the rows that you changed; if there are none, report it with the details below.</source>
        <translation>请重新查看您更改过的行；如果没有更改过，请附上下方的详情报告此问题。</translation>
    </message>
    <message>
        <source>The picture {file} cannot be used.</source>
        <translation>无法使用图像 {file}。</translation>
    </message>
    <message>
        <source>Choose another PNG, JPEG or WebP file.</source>
        <translation>请选择其他 PNG、JPEG 或 WebP 文件。</translation>
    </message>
    <message>
        <source>Comparing outputs needs weightbridge-torch, which is not installed.</source>
        <translation>比较输出需要 weightbridge-torch，但它尚未安装。</translation>
    </message>
    <message>
        <source>Install the package weightbridge-torch, which brings LibTorch.</source>
        <translation>请安装 weightbridge-torch 软件包，其中包含 LibTorch。</translation>
    </message>
    <message>
        <source>weightbridge-torch is version {found}, but this program needs version {expected}.</source>
        <translation>weightbridge-torch 的版本为 {found}，但此程序需要版本 {expected}。</translation>
    </message>
    <message>
        <source>Install weightbridge and weightbridge-torch in the same version.</source>
        <translation>请安装相同版本的 weightbridge 和 weightbridge-torch。</translation>
    </message>
    <message>
        <source>weightbridge-torch ended without a result.</source>
        <translation>weightbridge-torch 已结束，但没有给出结果。</translation>
    </message>
    <message>
        <source>weightbridge-torch was killed, most likely because memory ran out.</source>
        <translation>weightbridge-torch 被强制终止，很可能是因为内存耗尽。</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller picture, and try again.</source>
        <translation>请关闭其他程序，或选择较小的图像，然后重试。</translation>
    </message>
    <message>
        <source>{name} cannot be used as an address ({problem}).</source>
        <translation>{name} 不能用作地址（{problem}）。</translation>
    </message>
    <message>
        <source>Give the file&apos;s own address, beginning with https:// or hf://.</source>
        <translation>请提供文件本身的地址，以 https:// 或 hf:// 开头。</translation>
    </message>
    <message>
        <source>The connection to {host} failed ({problem}).</source>
        <translation>与 {host} 的连接失败（{problem}）。</translation>
    </message>
    <message>
        <source>Check the network, then try again; it goes on from there ({kept:bytes} kept).</source>
        <translation>请检查网络，然后重试；将从中断处继续（已保留 {kept:bytes}）。</translation>
    </message>
    <message>
        <source>It is not certain that this is {host} ({problem}).</source>
        <translation>无法确定对方就是 {host}（{problem}）。</translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock and certificates, then try again; nothing was sent or taken ({kept:bytes} kept).</source>
        <translation>请检查本机的时钟和证书，然后重试；未发送或接收任何内容（已保留 {kept:bytes}）。</translation>
    </message>
    <message>
        <source>The proxy on the way to {host} does not let through ({problem}).</source>
        <translation>通往 {host} 的代理不予放行（{problem}）。</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s settings (https_proxy), then try again ({kept:bytes} kept).</source>
        <translation>请检查代理设置（https_proxy），然后重试（已保留 {kept:bytes}）。</translation>
    </message>
    <message>
        <source>{host} does not send the file: it answered {found} ({problem}).</source>
        <translation>{host} 未发送该文件：其应答为 {found}（{problem}）。</translation>
    </message>
    <message>
        <source>Check the address, or try again later ({kept:bytes} kept).</source>
        <translation>请检查地址，或稍后重试（已保留 {kept:bytes}）。</translation>
    </message>
    <message>
        <source>{host} points to another address, which was not followed ({problem}).</source>
        <translation>{host} 指向另一个地址，程序未予跟随（{problem}）。</translation>
    </message>
    <message>
        <source>Give the file&apos;s own address, from where it was published.</source>
        <translation>请提供文件本身在其发布处的地址。</translation>
    </message>
    <message>
        <source>What {host} sent is not what was asked for ({problem}).</source>
        <translation>{host} 发送的不是所请求的内容（{problem}）。</translation>
    </message>
    <message>
        <source>Check that the address is that of the file itself, then try again ({kept:bytes} kept).</source>
        <translation>请检查该地址是否为文件本身的地址，然后重试（已保留 {kept:bytes}）。</translation>
    </message>
    <message>
        <source>{host} sends files only as a whole, so this one cannot be looked into online.</source>
        <translation>{host} 只能整个发送文件，因此无法在线查看此文件。</translation>
    </message>
    <message>
        <source>Download it: what it holds is shown then.</source>
        <translation>请下载该文件：下载后即可显示其内容。</translation>
    </message>
    <message>
        <source>The server&apos;s file changed since this download began ({problem}).</source>
        <translation>自此下载开始以来，服务器上的文件已更改（{problem}）。</translation>
    </message>
    <message>
        <source>Try again to begin with the new file: the bytes of the old one ({kept:bytes}) cannot be gone on with.</source>
        <translation>请重试以从新文件重新开始：旧文件的字节（{kept:bytes}）无法继续使用。</translation>
    </message>
    <message>
        <source>The network is switched off for this program, so {host} was not asked.</source>
        <translation>此程序的网络已关闭，因此未向 {host} 发出请求。</translation>
    </message>
    <message>
        <source>Start it without HF_HUB_OFFLINE and TRANSFORMERS_OFFLINE to use the network.</source>
        <translation>要使用网络，请在不设置 HF_HUB_OFFLINE 和 TRANSFORMERS_OFFLINE 的情况下启动程序。</translation>
    </message>
    <message>
        <source>{host} does not give you this file ({problem}).</source>
        <translation>{host} 未向您提供此文件（{problem}）。</translation>
    </message>
    <message>
        <source>Accept its terms on its page, and log in with hf auth login or set HF_TOKEN; then try again.</source>
        <translation>请在其页面上接受条款，并用 hf auth login 登录或设置 HF_TOKEN，然后重试。</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a repository ({problem}).</source>
        <translation>{name} 不能用作仓库名称（{problem}）。</translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;: owner/name, each part at most 96 characters.</source>
        <translation>请使用字母、数字、“-”、“_”和“.”：owner/name，每部分最多 96 个字符。</translation>
    </message>
    <message>
        <source>The licence of these weights is not accepted yet ({name}) ({problem}).</source>
        <translation>尚未接受这些权重的许可证（{name}）（{problem}）。</translation>
    </message>
    <message>
        <source>Read or choose it on the Publish page, then tick its box; nothing was sent.</source>
        <translation>请在“发布”页面阅读或选择许可证，然后勾选相应的复选框；未发送任何内容。</translation>
    </message>
    <message>
        <source>The repository {name} is not as it was checked or asked for ({problem}).</source>
        <translation>仓库 {name} 与检查时或所要求的不符（{problem}）。</translation>
    </message>
    <message>
        <source>Check again to see what is there now, then publish; it goes on from there ({kept:bytes} kept).</source>
        <translation>请重新检查以了解现有内容，然后发布；将从中断处继续（已保留 {kept:bytes}）。</translation>
    </message>
    <message>
        <source>{host} refuses this ({problem}) (its answer: {reason}).</source>
        <translation>{host} 拒绝了此操作（{problem}）（其应答：{reason}）。</translation>
    </message>
    <message>
        <source>Change what it says, then check again; it goes on from there ({kept:bytes} kept).</source>
        <translation>请按其说明进行更改，然后重新检查；将从中断处继续（已保留 {kept:bytes}）。</translation>
    </message>
    <message>
        <source>The keychain of this desktop cannot be used ({problem}).</source>
        <translation>无法使用此桌面的密钥环（{problem}）。</translation>
    </message>
    <message>
        <source>Unlock it and try again, or set HF_TOKEN before starting the program.</source>
        <translation>请将其解锁后重试，或在启动程序前设置 HF_TOKEN。</translation>
    </message>
    <message>
        <source>The downloaded file is not the published one: its checksum is another.</source>
        <translation>下载的文件与发布的文件不一致：校验和不同。</translation>
    </message>
    <message>
        <source>Do not use it. Remove it ({path}) and download it again; where that does not help, tell its publisher.</source>
        <translation>请勿使用该文件。请将其删除（{path}）并重新下载；如果仍无法解决，请告知其发布者。</translation>
    </message>
    <message>
        <source>This version of Weightbridge cannot do that yet.</source>
        <translation>此版本的 Weightbridge 尚不支持该操作。</translation>
    </message>
    <message>
        <source>Look for a newer version.</source>
        <translation>请查找更新的版本。</translation>
    </message>
    <message>
        <source>Some of the models could not be converted.</source>
        <translation>部分模型无法转换。</translation>
    </message>
    <message>
        <source>Look at each of them for the reason.</source>
        <translation>请逐一查看各模型以了解原因。</translation>
    </message>
    <message>
        <source>none is stated</source>
        <translation>未声明许可证</translation>
    </message>
    <message>
        <source>{file} is not the same as the other.</source>
        <translation>{file} 与另一个不同。</translation>
    </message>
    <message>
        <source>The list says which tensors differ, and how.</source>
        <translation>列表中显示了哪些张量不同以及有何不同。</translation>
    </message>
    <message>
        <source>F8 goes to the next of these rows; Alt+Return accepts what is suggested there, F2 chooses another place.</source>
        <translation>按 F8 转到下一个这样的行；按 Alt+Return 接受其中的建议，按 F2 选择其他位置。</translation>
    </message>
    <message>
        <source>it was not stored, for it may hold a signature</source>
        <translation>地址可能含有签名，因此未存储</translation>
    </message>
</context>
<context>
    <name>wb::ui::FileViewer</name>
    <message numerus="yes">
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n 个张量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tensor(s)</source>
        <translation>
            <numerusform>%1：%n 个张量</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of weights</source>
        <translation>权重共 %1</translation>
    </message>
    <message>
        <source>only the beginning, %1, is shown</source>
        <translation>仅显示开头的 %1</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy all of the file that is shown</source>
        <translation>复制文件中显示的全部内容</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件的文本</translation>
    </message>
    <message>
        <source>Tensors of the file</source>
        <translation>文件中的张量</translation>
    </message>
    <message>
        <source>Choose a file to see what is in it.</source>
        <translation>选择文件以查看其内容。</translation>
    </message>
    <message>
        <source>This is no text.</source>
        <translation>这不是文本。</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>wb::ui::FilesPane</name>
    <message>
        <source>Files of the result</source>
        <translation>结果文件</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>Copy SHA-&amp;256</source>
        <translation>复制 SHA-256(&amp;2)</translation>
    </message>
    <message>
        <source>&amp;Verify again</source>
        <translation>重新验证(&amp;V)</translation>
    </message>
    <message>
        <source>Choose a file to see what is in it.</source>
        <translation>选择文件以查看其内容。</translation>
    </message>
    <message>
        <source>A link, which is not followed: %1</source>
        <translation>链接，程序未予跟随：%1</translation>
    </message>
    <message>
        <source>This is no file, and it is not opened.</source>
        <translation>这不是文件，因此未打开。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>wb::ui::FolderModel</name>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>index of the weights</source>
        <translation>权重索引</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>image processor</source>
        <translation>图像处理器</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>模型卡片</translation>
    </message>
    <message>
        <source>report of the conversion</source>
        <translation>转换报告</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>link to %1</source>
        <translation>链接到 %1</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>wb::ui::Format</name>
    <message>
        <source>%1/s</source>
        <extracomment>bytes per second, such as 612 MB/s</extracomment>
        <translation>%1/s</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::GuideDialog</name>
    <message>
        <source>Weightbridge help</source>
        <translation>Weightbridge 帮助</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>1 Source</source>
        <translation>1 来源</translation>
    </message>
    <message>
        <source>Open a checkpoint, drop it on the window, paste its address, or pick a published model on the left. Only what describes the tensors is read, and nothing in the file is executed.</source>
        <translation>打开检查点，将其拖放到窗口中，粘贴其地址，或在左侧选择已发布的模型。程序只读取描述张量的内容，不会执行文件中的任何代码。</translation>
    </message>
    <message>
        <source>2 Map</source>
        <translation>2 映射</translation>
    </message>
    <message>
        <source>Every key of the file and the key of the model that it becomes. The buttons above the table count each status and show those rows alone. F8 goes to the next problem: a key without a place, or a place without a key.</source>
        <translation>列出文件中的每个键及其在模型中对应的键。表格上方的按钮显示各状态的数量，点击后只显示相应的行。按 F8 转到下一个问题：没有位置的键，或没有键的位置。</translation>
    </message>
    <message>
        <source>3 Convert</source>
        <translation>3 转换</translation>
    </message>
    <message>
        <source>Choose the output folder and the format. Conversion copies bytes under new names in constant memory. It can be paused, and goes on where it stopped, after a power cut too.</source>
        <translation>选择输出文件夹和格式。转换以恒定的内存将字节复制到新名称下。转换可以暂停，之后从停止处继续，即使断电也不例外。</translation>
    </message>
    <message>
        <source>4 Verify</source>
        <translation>4 验证</translation>
    </message>
    <message>
        <source>Each byte written is read again and compared. With the helper weightbridge-torch both networks are run on the same input as well, and their outputs compared layer by layer.</source>
        <translation>写入的每个字节都会重新读取并比较。使用辅助程序 weightbridge-torch 时，还会以相同的输入运行两个网络，并逐层比较其输出。</translation>
    </message>
    <message>
        <source>5 Publish</source>
        <translation>5 发布</translation>
    </message>
    <message>
        <source>Name the repository, read the model card, check, then send. Nothing is sent before you say so, and all of it becomes visible by one commit.</source>
        <translation>填写仓库名称，阅读模型卡片，检查，然后发送。未经您确认，不会发送任何内容；所有内容通过一次提交同时可见。</translation>
    </message>
    <message>
        <source>First time here?</source>
        <translation>第一次使用？</translation>
    </message>
    <message>
        <source>The demo in this menu makes a small checkpoint with one wrong key, and needs no network.</source>
        <translation>此菜单中的演示会生成一个含有一个错误键的小型检查点，无需网络。</translation>
    </message>
</context>
<context>
    <name>wb::ui::HelpMenu</name>
    <message>
        <source>About Weightbridge</source>
        <translation>关于 Weightbridge</translation>
    </message>
    <message>
        <source>Weightbridge %1 carries RegNet checkpoints across to Hugging Face model folders.</source>
        <translation>Weightbridge %1 将 RegNet 检查点转换为 Hugging Face 模型文件夹。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>本程序是自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>wb::ui::HistogramChart</name>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>wb::ui::Inspection</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>&amp;Open instead</source>
        <translation>改为打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Compare with %1</source>
        <translation>与 %1 比较(&amp;C)</translation>
    </message>
</context>
<context>
    <name>wb::ui::JobNotices</name>
    <message>
        <source>It is done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>The file is here. Look at its keys, then convert it.</source>
        <translation>文件已在本机。请查看其中的键，然后进行转换。</translation>
    </message>
    <message>
        <source>It is published.</source>
        <translation>已发布。</translation>
    </message>
    <message>
        <source>It is converted and proved.</source>
        <translation>已转换并验证无误。</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>%1 needs a decision</source>
        <translation>%1 需要您作出决定</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 已失败</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>wb::ui::JobPage</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Replace what the folder holds</source>
        <translation>替换文件夹中的内容(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <source>&amp;Output folder</source>
        <translation>输出文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>PyTorch (.pth)</source>
        <translation>PyTorch (.pth)</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Type of the numbers</source>
        <translation>数值类型</translation>
    </message>
    <message>
        <source>type as in the file</source>
        <translation>与文件中的类型相同</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Speed and time left</source>
        <translation>速度和剩余时间</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Convert while downloading</source>
        <translation>边下载边转换</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>下载 %1</translation>
    </message>
    <message>
        <source>%1 % · %2 of %3</source>
        <translation>%1% · %2 / %3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Asking %1 what the file holds…</source>
        <translation>正在向 %1 查询文件内容…</translation>
    </message>
    <message>
        <source>Reading what the file holds…</source>
        <translation>正在读取文件内容…</translation>
    </message>
    <message>
        <source>Not ready to convert.</source>
        <translation>尚不能转换。</translation>
    </message>
    <message>
        <source>Checking what an earlier run has written…</source>
        <translation>正在检查先前运行已写入的内容…</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>正在转换…</translation>
    </message>
    <message>
        <source>Converting %1</source>
        <translation>正在转换 %1</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>正在验证…</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>正在验证 %1</translation>
    </message>
    <message>
        <source>Comparing outputs…</source>
        <translation>正在比较输出…</translation>
    </message>
    <message>
        <source>Comparing outputs: %1</source>
        <translation>正在比较输出：%1</translation>
    </message>
    <message>
        <source>Paused: %1 are kept, Resume goes on from there.</source>
        <translation>已暂停：已保留 %1，点击“继续”即可接着进行。</translation>
    </message>
    <message>
        <source>Cancelled: %1 are kept, Download goes on from there.</source>
        <translation>已取消：已保留 %1，点击“下载”即可接着进行。</translation>
    </message>
    <message>
        <source>Cancelled: %1 are kept in the output folder, Convert goes on from there.</source>
        <translation>已取消：输出文件夹中已保留 %1，点击“转换”即可接着进行。</translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>已完成，用时 %1。</translation>
    </message>
    <message>
        <source>Ready to download.</source>
        <translation>已准备好下载。</translation>
    </message>
    <message>
        <source>Stopped by an error.</source>
        <translation>因错误而停止。</translation>
    </message>
    <message>
        <source>Ready to download the file and to convert %1.</source>
        <translation>已准备好下载文件并转换 %1。</translation>
    </message>
    <message>
        <source>Ready to convert %1 while they come.</source>
        <translation>已准备好边下载边转换 %1。</translation>
    </message>
    <message>
        <source>Ready to convert %1.</source>
        <translation>已准备好转换 %1。</translation>
    </message>
    <message>
        <source>Waiting. %1</source>
        <translation>正在等待。%1</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>正在检查 %1…</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>正在下载 %1</translation>
    </message>
    <message>
        <source>Needs %1 of disk (%2 free), %3 memory</source>
        <translation>需要磁盘空间 %1（可用 %2），内存 %3</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Convert %1</source>
        <translation>转换 %1</translation>
    </message>
    <message>
        <source>Largest weight file</source>
        <translation>权重文件大小上限</translation>
    </message>
    <message>
        <source>The weights are split into files of at most this size. The Hub prefers files below 20 GB.</source>
        <translation>权重将拆分为不超过此大小的文件。Hub 建议文件小于 20 GB。</translation>
    </message>
    <message>
        <source>one weight file</source>
        <translation>单个权重文件</translation>
    </message>
    <message>
        <source>files of %1</source>
        <translation>每个文件 %1</translation>
    </message>
    <message>
        <source>about %1 at the speed of the last conversion here</source>
        <extracomment>how long a conversion may take, such as &quot;2 min&quot;</extracomment>
        <translation>按此处上次转换的速度约需 %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::JobRow</name>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Check what is kept</source>
        <translation>检查已保留的内容</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Compare values</source>
        <translation>比较值</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Compare outputs</source>
        <translation>比较输出</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1 %, %2</source>
        <extracomment>share of a step that is done, then its bytes: 57 %, 19.9 GB of 34.9 GB</extracomment>
        <translation>%1%，%2</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Wait for the network, next try in %1</source>
        <translation>等待网络，%1 后重试</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <extracomment>step of a job, then which file of how many: Convert 3 of 7</extracomment>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>What is finished is kept: it can be gone on with.</source>
        <translation>已完成的部分会保留，可从此处继续。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>%1 (in the window)</source>
        <translation>%1（在窗口中）</translation>
    </message>
</context>
<context>
    <name>wb::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No jobs. Add what the window shows with Ctrl+Shift+Return, or drop several files at once.</source>
        <translation>没有任务。按 Ctrl+Shift+Return 添加窗口中显示的内容，或一次拖放多个文件。</translation>
    </message>
    <message>
        <source>memory: %1</source>
        <translation>内存：%1</translation>
    </message>
    <message>
        <source>now: %1 · memory: %2</source>
        <extracomment>the tensor at hand, then the memory that the program takes</extracomment>
        <translation>当前：%1 · 内存：%2</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapActions</name>
    <message>
        <source>&amp;Export the key map…</source>
        <translation>导出键映射(&amp;E)…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 行写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy cells with &amp;headers</source>
        <translation>复制单元格及表头(&amp;H)</translation>
    </message>
    <message>
        <source>Copy the rows &amp;shown as</source>
        <translation>将显示的行复制为(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>CSV(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>JSON(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Markdown table</source>
        <translation>Markdown 表格(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Python dict</source>
        <translation>Python 字典(&amp;P)</translation>
    </message>
    <message>
        <source>Key map by &amp;stage and block</source>
        <translation>按阶段和块显示键映射(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
    <message>
        <source>Export the rows shown</source>
        <translation>导出显示的行</translation>
    </message>
    <message>
        <source>Export the key map</source>
        <translation>导出键映射</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Key map as JSON (*.keymap.json)</source>
        <translation>JSON 格式的键映射 (*.keymap.json)</translation>
    </message>
    <message>
        <source>Markdown table (*.md)</source>
        <translation>Markdown 表格 (*.md)</translation>
    </message>
    <message>
        <source>Python dict (*.py)</source>
        <translation>Python 字典 (*.py)</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapEditor</name>
    <message>
        <source>The model has no key %1.</source>
        <translation>模型中没有键 %1。</translation>
    </message>
    <message>
        <source>send %1 to %2</source>
        <translation>将 %1 映射到 %2</translation>
    </message>
    <message>
        <source>swap %1 and %2</source>
        <translation>交换 %1 和 %2</translation>
    </message>
    <message>
        <source>drop %1</source>
        <translation>舍弃 %1</translation>
    </message>
    <message numerus="yes">
        <source>drop %n key(s)</source>
        <translation>
            <numerusform>舍弃 %n 个键</numerusform>
        </translation>
    </message>
    <message>
        <source>reset %1 to its rule</source>
        <translation>将 %1 恢复为规则的结果</translation>
    </message>
    <message numerus="yes">
        <source>reset %n key(s) to their rules</source>
        <translation>
            <numerusform>将 %n 个键恢复为规则的结果</numerusform>
        </translation>
    </message>
    <message>
        <source>clear all edits</source>
        <translation>清除所有编辑</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapFiles</name>
    <message>
        <source>load %1</source>
        <translation>载入 %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapFilter</name>
    <message>
        <source>The regular expression takes too long on these keys. Write it more simply.</source>
        <translation>该正则表达式在这些键上耗时过长。请写得简单一些。</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapModel</name>
    <message>
        <source>stem</source>
        <translation>主干入口</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>由您指定</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Perhaps %1 (%2)</source>
        <translation>可能是 %1（%2）</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation>文件中的键</translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation>模型文件夹中的键</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What becomes of the key</source>
        <translation>该键的处理结果</translation>
    </message>
    <message>
        <source>The key as it stands in the checkpoint</source>
        <translation>检查点中原有的键</translation>
    </message>
    <message>
        <source>Where its tensor goes</source>
        <translation>其张量的去向</translation>
    </message>
    <message>
        <source>Of the tensor in the file; where there is none, of the place in the model</source>
        <translation>文件中张量的形状；文件中没有时，为模型中该位置的形状</translation>
    </message>
    <message>
        <source>Element type of the tensor in the file</source>
        <translation>文件中张量的元素类型</translation>
    </message>
    <message>
        <source>Of the tensor in the file</source>
        <translation>文件中张量的大小</translation>
    </message>
    <message>
        <source>Part of the network, by the key in the model folder</source>
        <translation>所属的网络部分，依据模型文件夹中的键</translation>
    </message>
    <message>
        <source>What is wrong, or the rule that placed the key and what it captured</source>
        <translation>问题所在，或为该键指定位置的规则及其捕获的内容</translation>
    </message>
    <message>
        <source>Shape in the model</source>
        <translation>模型中的形状</translation>
    </message>
    <message>
        <source>What the place in the model asks for</source>
        <translation>模型中该位置要求的形状</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Name of the rule that decided</source>
        <translation>起决定作用的规则名称</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Least of the finite values</source>
        <translation>有限值中最小的</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Largest of the finite values</source>
        <translation>有限值中最大的</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Of the finite values</source>
        <translation>有限值的平均</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard deviation of the finite values (of the population)</source>
        <translation>有限值的标准差（总体）</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>How many values are zero</source>
        <translation>有多少个值为零</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>How many values are no number</source>
        <translation>有多少个值不是数字</translation>
    </message>
    <message>
        <source>Inf</source>
        <translation>Inf</translation>
    </message>
    <message>
        <source>How many values are infinite</source>
        <translation>有多少个值为无穷大</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapPage</name>
    <message>
        <source>Filter keys</source>
        <translation>筛选键</translation>
    </message>
    <message>
        <source>Filter keys: words, &quot;exact key&quot;, /regular expression/, stage:3, bytes:&gt;1G</source>
        <translation>筛选键：词语、&quot;完整的键&quot;、/正则表达式/、stage:3、bytes:&gt;1G</translation>
    </message>
    <message>
        <source>What the filter box understands</source>
        <translation>筛选框支持的写法</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), %1</source>
        <translation>
            <numerusform>%n 行，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %n row(s), %1</source>
        <translation>
            <numerusform>显示 %2 行（共 %n 行），%1</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>No problems in the rows shown.</source>
        <translation>显示的行中没有问题。</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapQuery</name>
    <message>
        <source>The closing / is missing.</source>
        <translation>缺少结尾的 /。</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>缺少右引号。</translation>
    </message>
    <message>
        <source>Something must follow the exclamation mark.</source>
        <translation>感叹号后面必须有内容。</translation>
    </message>
    <message>
        <source>A value must follow “%1:”.</source>
        <translation>“%1:”后面必须有值。</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>第 %1 个字符处：%2</translation>
    </message>
    <message>
        <source>In the regular expression: %1.</source>
        <translation>正则表达式中：%1。</translation>
    </message>
    <message>
        <source>A shape is written as 28280x3x*, with a number or * for each dimension.</source>
        <translation>形状的写法如 28280x3x*，每个维度为一个数字或 *。</translation>
    </message>
    <message>
        <source>There is no such element type. The types are named as in safetensors: f32, f16, bf16, i64.</source>
        <translation>没有这样的元素类型。类型名称与 safetensors 中相同：f32、f16、bf16、i64。</translation>
    </message>
    <message>
        <source>A size is written as &gt;1G, &lt;=500k, 1M..2G or 4Mi.</source>
        <translation>大小的写法如 &gt;1G、&lt;=500k、1M..2G 或 4Mi。</translation>
    </message>
    <message>
        <source>A stage is a number from 1, stem or head.</source>
        <translation>阶段须为从 1 开始的数字、stem 或 head。</translation>
    </message>
    <message>
        <source>A status is mapped, edited, dropped, unmapped, missing, mismatched or problem.</source>
        <translation>状态须为 mapped、edited、dropped、unmapped、missing、mismatched 或 problem。</translation>
    </message>
    <message>
        <source>There is no field “%1”. The fields are source, dest, shape, dtype, bytes, stage, status and rule.</source>
        <translation>没有字段“%1”。可用字段为 source、dest、shape、dtype、bytes、stage、status 和 rule。</translation>
    </message>
    <message>
        <source>Only source and dest take a regular expression.</source>
        <translation>只有 source 和 dest 可以使用正则表达式。</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapTree</name>
    <message>
        <source>Block %1</source>
        <translation>块 %1</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>主干入口</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Without a place in the model</source>
        <translation>在模型中没有位置</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Tensors in the stage or block</source>
        <translation>该阶段或块中的张量</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyTable</name>
    <message>
        <source>Key map</source>
        <translation>键映射</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyTree</name>
    <message>
        <source>Key map by stage and block</source>
        <translation>按阶段和块排列的键映射</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>wb::ui::LogModel</name>
    <message>
        <source>Detail</source>
        <translation>详细</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>wb::ui::LogPage</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>all jobs</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Co&amp;py lines</source>
        <translation>复制日志行(&amp;P)</translation>
    </message>
    <message>
        <source>Copies the chosen lines, or all that are shown</source>
        <translation>复制所选的行，或显示的所有行</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>复制日志行</translation>
    </message>
    <message>
        <source>&amp;Level from</source>
        <translation>最低级别(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>任务(&amp;O)</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>wb::ui::MainWindow</name>
    <message>
        <source>Key map</source>
        <translation>键映射</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>A download or a conversion is running.</source>
        <translation>正在进行下载或转换。</translation>
    </message>
    <message>
        <source>Pause or cancel it before you open another file.</source>
        <translation>打开其他文件前，请先暂停或取消它。</translation>
    </message>
    <message>
        <source>Choose the output folder</source>
        <translation>选择输出文件夹</translation>
    </message>
    <message>
        <source>Choose the folder in which the file is kept</source>
        <translation>选择保存文件的文件夹</translation>
    </message>
    <message>
        <source>No program here opens folders.</source>
        <translation>本机没有可以打开文件夹的程序。</translation>
    </message>
    <message>
        <source>The result is in %1.</source>
        <translation>结果位于 %1。</translation>
    </message>
    <message>
        <source>Looking into %1 online…</source>
        <translation>正在在线查看 %1…</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Weightbridge</source>
        <translation>Weightbridge</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Weightbridge ended unexpectedly last time. What was written by then can be gone on with.</source>
        <translation>Weightbridge 上次意外退出。可从当时已写入的内容继续。</translation>
    </message>
    <message>
        <source>A report of it is in %1. It was sent nowhere; please attach it when you report the fault.</source>
        <translation>相关报告位于 %1。报告未发送到任何地方；反馈故障时请附上该报告。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>%1[*] – Weightbridge</source>
        <translation>%1[*] – Weightbridge</translation>
    </message>
    <message>
        <source>No program here opens this file.</source>
        <translation>本机没有可以打开此文件的程序。</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>该文件是 %1。</translation>
    </message>
    <message>
        <source>%1 was open last, and is not there now.</source>
        <translation>上次打开的 %1 现已不在原处。</translation>
    </message>
    <message>
        <source>Open it where it is, or something else.</source>
        <translation>请从其当前位置打开，或打开其他内容。</translation>
    </message>
</context>
<context>
    <name>wb::ui::MapDialogs</name>
    <message>
        <source>Key maps (*.keymap.json)</source>
        <translation>键映射 (*.keymap.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Load a key map</source>
        <translation>载入键映射</translation>
    </message>
    <message>
        <source>Save the key map</source>
        <translation>保存键映射</translation>
    </message>
    <message>
        <source>Unsaved edits</source>
        <translation>未保存的编辑</translation>
    </message>
    <message>
        <source>Save the edits of the key map?</source>
        <translation>是否保存对键映射的编辑？</translation>
    </message>
    <message>
        <source>Without saving they are lost when the file is closed.</source>
        <translation>如不保存，关闭文件后这些编辑将丢失。</translation>
    </message>
</context>
<context>
    <name>wb::ui::MapEditing</name>
    <message>
        <source>leave out the keys without a place</source>
        <translation>舍弃没有位置的键</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>rule for %n key(s)</source>
        <translation>
            <numerusform>针对 %n 个键的规则</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Swap them</source>
        <translation>交换(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Take the place</source>
        <translation>占用此位置(&amp;T)</translation>
    </message>
    <message>
        <source>%1 is held by %2.</source>
        <translation>%1 已被 %2 占用。</translation>
    </message>
    <message>
        <source>Edits of this file were not saved when the program ended.</source>
        <translation>程序退出时，对此文件的编辑尚未保存。</translation>
    </message>
    <message>
        <source>&amp;Restore them</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>放弃(&amp;F)</translation>
    </message>
    <message>
        <source>A key map was saved for this file: %1.</source>
        <translation>已有为此文件保存的键映射：%1。</translation>
    </message>
    <message>
        <source>&amp;Load it</source>
        <translation>载入(&amp;L)</translation>
    </message>
</context>
<context>
    <name>wb::ui::ModelCard</name>
    <message>
        <source>The card does not begin with facts between two lines &apos;---&apos;.</source>
        <translation>模型卡片的开头没有位于两行“---”之间的元数据。</translation>
    </message>
    <message>
        <source>The facts at the top have no second line &apos;---&apos;.</source>
        <translation>开头的元数据缺少第二行“---”。</translation>
    </message>
    <message>
        <source>no colon stands behind the name of the fact.</source>
        <translation>元数据名称后没有冒号。</translation>
    </message>
    <message>
        <source>a tab stands at its beginning; use spaces.</source>
        <translation>行首是制表符；请使用空格。</translation>
    </message>
    <message>
        <source>this fact is stated twice.</source>
        <translation>此项元数据重复出现。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>wb::ui::OfferBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭 (Escape)</translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityChart</name>
    <message>
        <source>stem</source>
        <translation>主干入口</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Relative error of each layer</source>
        <translation>各层的相对误差</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Equal, bit for bit (0)</source>
        <translation>逐位相等（0）</translation>
    </message>
    <message>
        <source>Within the tolerance</source>
        <translation>在容差以内</translation>
    </message>
    <message>
        <source>Over the tolerance</source>
        <translation>超出容差</translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityInput</name>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>浏览(&amp;W)…</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Seed of the random numbers</source>
        <translation>随机数种子</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>PNG, JPEG or WebP</source>
        <translation>PNG、JPEG 或 WebP</translation>
    </message>
    <message>
        <source>Size of the input</source>
        <translation>输入尺寸</translation>
    </message>
    <message>
        <source>automatic size</source>
        <translation>自动尺寸</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>For random numbers the least at which every weight counts, for a picture what the model was made for.</source>
        <translation>随机数输入使用能让每个权重都起作用的最小尺寸，图像输入使用模型设计的尺寸。</translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation>输入(&amp;I)</translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityModel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>绝对误差</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityText</name>
    <message>
        <source>The outputs cannot be compared: in %1 a number grows beyond what float32 holds.</source>
        <translation>无法比较输出：在%1中，有数值超出了 float32 的表示范围。</translation>
    </message>
    <message>
        <source>The outputs cannot be compared: %1 holds a value that is no number, in the checkpoint too (%2).</source>
        <translation>无法比较输出：%1 中含有非数值的值，检查点中也是如此（%2）。</translation>
    </message>
    <message>
        <source>The result is damaged: %1 holds a value that is no number (%2).</source>
        <translation>结果已损坏：%1 中含有非数值的值（%2）。</translation>
    </message>
    <message>
        <source>The checkpoint is damaged: %1 holds a value that is no number (%2).</source>
        <translation>检查点已损坏：%1 中含有非数值的值（%2）。</translation>
    </message>
    <message>
        <source>The two networks do not compute the same: they part in %1 (error %2, at most %3 passes).</source>
        <translation>两个网络的计算结果不同：自%1起出现差异（误差 %2，最大允许值 %3）。</translation>
    </message>
    <message>
        <source>Both networks compute the same numbers, bit for bit, in all %1 layers.</source>
        <translation>两个网络在全部 %1 层中的计算结果逐位相同。</translation>
    </message>
    <message>
        <source>Both networks compute the same in all %1 layers, within the tolerance: the largest error is %2, in %3.</source>
        <translation>两个网络在全部 %1 层中的计算结果在容差以内一致：最大误差为 %2，出现在%3。</translation>
    </message>
    <message>
        <source>Input: %1, %2 × %2 pixels.</source>
        <translation>输入：%1，%2 × %2 像素。</translation>
    </message>
    <message>
        <source>Tolerance %1, as you said.</source>
        <translation>容差 %1，由您指定。</translation>
    </message>
    <message>
        <source>Tolerance %1: the result&apos;s numbers are rounded to %2, and %3 modules with weights add their roundings up.</source>
        <translation>容差 %1：结果中的数值舍入为 %2，%3 个带权重的模块的舍入误差会累加。</translation>
    </message>
    <message>
        <source>Tolerance %1: float32&apos;s rounding in sums of up to %2 products.</source>
        <translation>容差 %1：float32 在最多 %2 项乘积求和时的舍入误差。</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>非数值</translation>
    </message>
    <message>
        <source>over</source>
        <translation>超出</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相等</translation>
    </message>
    <message>
        <source>within</source>
        <translation>容差内</translation>
    </message>
    <message>
        <source>stage %1, block %2</source>
        <translation>第 %1 阶段第 %2 块</translation>
    </message>
    <message>
        <source>the stem</source>
        <translation>主干入口</translation>
    </message>
    <message>
        <source>the pooling</source>
        <translation>池化层</translation>
    </message>
    <message>
        <source>the classifier</source>
        <translation>分类器</translation>
    </message>
</context>
<context>
    <name>wb::ui::PiecesMap</name>
    <message>
        <source>Parts of the file</source>
        <translation>文件的各部分</translation>
    </message>
    <message>
        <source>%1 % there, %2 on their way</source>
        <translation>已有 %1%，%2 个部分正在传输</translation>
    </message>
</context>
<context>
    <name>wb::ui::ProblemStrip</name>
    <message>
        <source>Where the problems are</source>
        <translation>问题所在位置</translation>
    </message>
    <message numerus="yes">
        <source>%n marked row(s) among those shown</source>
        <translation>
            <numerusform>显示的行中有 %n 行带标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more here</source>
        <translation>
            <numerusform>此处还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>F8 or Alt+Down goes to the next problem.</source>
        <translation>按 F8 或 Alt+Down 转到下一个问题。</translation>
    </message>
</context>
<context>
    <name>wb::ui::ProgressRow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2，共 %3</translation>
    </message>
</context>
<context>
    <name>wb::ui::Publish</name>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Makes the %1 repository %2.</source>
        <translation>创建%1仓库 %2。</translation>
    </message>
    <message>
        <source>%1 exists and stays %2.</source>
        <translation>%1 已存在，将保持%2。</translation>
    </message>
    <message>
        <source>%1 exists, is %2 and becomes %3.</source>
        <translation>%1 已存在，将由%2变为%3。</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 of %2 connections</source>
        <translation>%1/%2 个连接</translation>
    </message>
    <message>
        <source>nothing: everything was there</source>
        <translation>无：全部内容已存在</translation>
    </message>
    <message>
        <source>%1, and %2 in an earlier run</source>
        <translation>%1，另有 %2 来自先前的运行</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>已暂停：%1</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>待发送 %1</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>the Hub puts the files in place…</source>
        <translation>Hub 正在放置文件…</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>inside the commit</source>
        <translation>随提交发送</translation>
    </message>
    <message>
        <source>left out by .gitignore</source>
        <translation>被 .gitignore 排除</translation>
    </message>
    <message>
        <source>Every file is there already.</source>
        <translation>所有文件均已存在。</translation>
    </message>
    <message>
        <source>Sends %1 in %2.</source>
        <translation>发送 %1（%2）。</translation>
    </message>
    <message>
        <source>Opens a pull request of %1 against %2.</source>
        <translation>向 %2 提出包含 %1的拉取请求。</translation>
    </message>
    <message>
        <source>Commits %1 to %2.</source>
        <translation>将 %1提交到 %2。</translation>
    </message>
    <message>
        <source>Already there: %1.</source>
        <translation>已存在：%1。</translation>
    </message>
    <message>
        <source>The card states the licence %1.</source>
        <translation>模型卡片声明的许可证为 %1。</translation>
    </message>
    <message>
        <source>Publish to %1</source>
        <translation>发布到 %1</translation>
    </message>
    <message>
        <source>Publish %1 to %2</source>
        <translation>将 %1 发布到 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 sent (%2)</source>
        <translation>发送 %1 个（%2）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 个%2</translation>
    </message>
    <message>
        <source>%1 are kept at the Hub</source>
        <translation>Hub 上已保留 %1</translation>
    </message>
    <message>
        <source>Everything was in %1 already; no commit was made.</source>
        <translation>全部内容已在 %1 中；未进行提交。</translation>
    </message>
    <message>
        <source>Published in %1.</source>
        <translation>已发布到 %1。</translation>
    </message>
    <message>
        <source>Proposed to %1 as a pull request.</source>
        <translation>已作为拉取请求提交给 %1。</translation>
    </message>
    <message>
        <source>asking the Hub…</source>
        <translation>正在询问 Hub…</translation>
    </message>
    <message>
        <source>The Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>%1 sent.</source>
        <translation>已发送 %1。</translation>
    </message>
    <message>
        <source>Paused: %1. Resume goes on from there.</source>
        <translation>已暂停：%1。点击“继续”即可接着进行。</translation>
    </message>
    <message>
        <source>Not published: %1.</source>
        <translation>未发布：%1。</translation>
    </message>
    <message>
        <source>Waiting. %1</source>
        <translation>正在等待。%1</translation>
    </message>
    <message>
        <source>Checking what will be sent…</source>
        <translation>正在检查要发送的内容…</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>正在发布…</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>正在发送 %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishFiles</name>
    <message>
        <source>Files that will be published</source>
        <translation>将要发布的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>处理方式</translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishForm</name>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>As a pull re&amp;quest</source>
        <translation>作为拉取请求(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;I have read and accept the</source>
        <translation>我已阅读并接受(&amp;I)</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Repo&amp;sitory</source>
        <translation>仓库(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation>分支(&amp;B)</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>可见性</translation>
    </message>
    <message>
        <source>Message of the commit</source>
        <translation>提交说明</translation>
    </message>
    <message>
        <source>made from the model&apos;s name</source>
        <translation>根据模型名称生成</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>说明(&amp;M)</translation>
    </message>
    <message>
        <source>Licence of your own weights</source>
        <translation>您自己权重的许可证</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>Name the repository first.</source>
        <translation>请先填写仓库名称。</translation>
    </message>
    <message>
        <source>The repository&apos;s name is not right yet.</source>
        <translation>仓库名称尚不正确。</translation>
    </message>
    <message>
        <source>The branch&apos;s name is not right yet.</source>
        <translation>分支名称尚不正确。</translation>
    </message>
    <message>
        <source>A token is needed first.</source>
        <translation>需要先提供令牌。</translation>
    </message>
    <message>
        <source>The licence&apos;s id is not right yet.</source>
        <translation>许可证标识符尚不正确。</translation>
    </message>
    <message>
        <source>Name a licence first.</source>
        <translation>请先填写许可证。</translation>
    </message>
    <message>
        <source>Accept the licence first.</source>
        <translation>请先接受许可证。</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Not a name yet: %1.</source>
        <translation>尚不是有效的名称：%1。</translation>
    </message>
    <message>
        <source>Without an owner it goes to the token&apos;s user.</source>
        <translation>未填写所有者时，将发布到令牌所属的用户。</translation>
    </message>
    <message>
        <source>Without an owner it goes to %1.</source>
        <translation>未填写所有者时，将发布到 %1。</translation>
    </message>
    <message>
        <source>owner/name of letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, each at most 96 long</source>
        <translation>所有者/名称，由字母、数字、“-”、“_”和“.”组成，各不超过 96 个字符</translation>
    </message>
    <message>
        <source>Not the name of a branch: letters, digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; and single &apos;/&apos; between them.</source>
        <translation>不是有效的分支名称：只能使用字母、数字、“-”、“_”、“.”以及其间的单个“/”。</translation>
    </message>
    <message>
        <source>I have read and accept the %1</source>
        <translation>我已阅读并接受 %1</translation>
    </message>
    <message>
        <source>such as apache-2.0</source>
        <translation>例如 apache-2.0</translation>
    </message>
    <message>
        <source>Not an SPDX id: letters, digits, &apos;-&apos;, &apos;.&apos; and &apos;+&apos; only, such as apache-2.0.</source>
        <translation>不是 SPDX 标识符：只能使用字母、数字、“-”、“.”和“+”，例如 apache-2.0。</translation>
    </message>
    <message>
        <source>Nothing names a licence yet: write its SPDX id here, or put it into the card.</source>
        <translation>尚未指明许可证：请在此填写其 SPDX 标识符，或写入模型卡片。</translation>
    </message>
    <message>
        <source>Published SEER weights stay under it. For weights that you trained yourself, name your own.</source>
        <translation>已发布的 SEER 权重仍受其约束。如果权重由您自己训练，请填写您自己的许可证。</translation>
    </message>
    <message>
        <source>As the card says. For weights that you trained yourself, name another SPDX id.</source>
        <translation>以模型卡片为准。如果权重由您自己训练，请填写其他 SPDX 标识符。</translation>
    </message>
    <message>
        <source>Only right for weights that you trained yourself; it is written into the card.</source>
        <translation>仅适用于您自己训练的权重；它将写入模型卡片。</translation>
    </message>
    <message>
        <source>Not one of the usual ids: the Hub may not know it.</source>
        <translation>不是常用的标识符：Hub 可能无法识别。</translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishPage</name>
    <message>
        <source>Chec&amp;k</source>
        <translation>检查(&amp;K)</translation>
    </message>
    <message>
        <source>Cop&amp;y link</source>
        <translation>复制链接(&amp;Y)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Paused: %1.</source>
        <translation>已暂停：%1。</translation>
    </message>
    <message>
        <source>Resume checks once more and goes on from there.</source>
        <translation>点击“继续”会重新检查，然后接着进行。</translation>
    </message>
    <message>
        <source>This is no longer what you confirmed: look at it, then publish.</source>
        <translation>内容已与您确认的不同：请查看后再发布。</translation>
    </message>
    <message>
        <source>Cancelled: %1. Publish goes on from there.</source>
        <translation>已取消：%1。点击“发布”即可接着进行。</translation>
    </message>
    <message>
        <source>Asks the Hub what is there and lists what will be sent. Nothing is sent yet.</source>
        <translation>向 Hub 查询现有内容，并列出将要发送的内容。此时不会发送任何内容。</translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishStages</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>待进行</translation>
    </message>
    <message>
        <source>now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>有问题</translation>
    </message>
</context>
<context>
    <name>wb::ui::QueryHelp</name>
    <message>
        <source>What the filter box understands</source>
        <translation>筛选框支持的写法</translation>
    </message>
    <message>
        <source>rows in which all these words occur</source>
        <translation>包含所有这些词语的行</translation>
    </message>
    <message>
        <source>rows with a cell that is exactly this</source>
        <translation>有单元格与此完全相同的行</translation>
    </message>
    <message>
        <source>rows in which the regular expression finds something</source>
        <translation>正则表达式有匹配的行</translation>
    </message>
    <message>
        <source>the same on one side only; also with &quot;…&quot; and /…/</source>
        <translation>同上，但只匹配一侧；也可使用 &quot;…&quot; 和 /…/</translation>
    </message>
    <message>
        <source>by dimensions: * is any, a last * is all that follow</source>
        <translation>按维度：* 表示任意值，末尾的 * 表示其后的所有维度</translation>
    </message>
    <message>
        <source>by element type</source>
        <translation>按元素类型</translation>
    </message>
    <message>
        <source>by size; without a sign, sizes that round to it</source>
        <translation>按大小；不带符号时，匹配舍入后等于该值的大小</translation>
    </message>
    <message>
        <source>by part of the network</source>
        <translation>按网络的部分</translation>
    </message>
    <message>
        <source>by status; problem is all that must be seen to</source>
        <translation>按状态；problem 表示所有需要处理的行</translation>
    </message>
    <message>
        <source>by the rule that decided</source>
        <translation>按起决定作用的规则</translation>
    </message>
    <message>
        <source>! before anything turns it round</source>
        <translation>在任意条件前加 ! 表示取反</translation>
    </message>
</context>
<context>
    <name>wb::ui::QueueModel</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>heading over the time that is left</extracomment>
        <translation>剩余时间</translation>
    </message>
</context>
<context>
    <name>wb::ui::QueueStore</name>
    <message>
        <source>The queue in %1 cannot be read. It is now in %2, and a new one is begun.</source>
        <translation>无法读取 %1 中的队列。它现已移至 %2，并已开始使用新队列。</translation>
    </message>
</context>
<context>
    <name>wb::ui::Quitting</name>
    <message>
        <source>Quit Weightbridge</source>
        <translation>退出 Weightbridge</translation>
    </message>
    <message>
        <source>Work is not finished. Pause it and quit?</source>
        <translation>还有工作尚未完成。是否暂停并退出？</translation>
    </message>
    <message>
        <source>What is done so far is kept. The next start shows the work as paused, to go on with.</source>
        <translation>目前已完成的部分会保留。下次启动时，该工作将显示为已暂停，可继续进行。</translation>
    </message>
    <message>
        <source>&amp;Pause and quit</source>
        <translation>暂停并退出(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>继续工作(&amp;K)</translation>
    </message>
    <message>
        <source>Keep in &amp;tray</source>
        <translation>留在托盘中(&amp;T)</translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentFiles</name>
    <message>
        <source>%1 (not there, Locate…)</source>
        <translation>%1（不存在，定位…）</translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentList</name>
    <message>
        <source>Files opened last</source>
        <translation>最近打开的文件</translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>      &amp;Locate it…</source>
        <translation>      定位(&amp;L)…</translation>
    </message>
</context>
<context>
    <name>wb::ui::ReportPage</name>
    <message>
        <source>Report of the conversion</source>
        <translation>转换报告</translation>
    </message>
    <message>
        <source>&amp;Save as HTML…</source>
        <translation>另存为 HTML(&amp;S)…</translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation>在浏览器中打开(&amp;B)</translation>
    </message>
    <message>
        <source>Copy &amp;summary</source>
        <translation>复制摘要(&amp;S)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>The report could not be saved to %1: %2.</source>
        <translation>无法将报告保存到 %1：%2。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>No program here opens web pages: save the report instead.</source>
        <translation>本机没有可以打开网页的程序：请改为保存报告。</translation>
    </message>
    <message>
        <source>The summary is in the clipboard.</source>
        <translation>摘要已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Close &amp;report</source>
        <translation>关闭报告(&amp;R)</translation>
    </message>
    <message>
        <source>Report of the job %1</source>
        <translation>任务 %1 的报告</translation>
    </message>
</context>
<context>
    <name>wb::ui::ResultPage</name>
    <message>
        <source>Report of the conversion</source>
        <translation>转换报告</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Checksums of the records</source>
        <translation>记录的校验和</translation>
    </message>
    <message>
        <source>File structure</source>
        <translation>文件结构</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Every key once</source>
        <translation>每个键恰好一次</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Values of the tensors</source>
        <translation>张量的值</translation>
    </message>
    <message>
        <source>Bytes of the files</source>
        <translation>文件的字节</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Against the source</source>
        <translation>与来源对照</translation>
    </message>
    <message>
        <source>Image processor</source>
        <translation>图像处理器</translation>
    </message>
    <message>
        <source>Converted, not verified</source>
        <translation>已转换，未验证</translation>
    </message>
    <message>
        <source>The result did not pass verification</source>
        <translation>结果未通过验证</translation>
    </message>
    <message>
        <source>%1 of %2 tensors proved</source>
        <translation>%1/%2 个张量已验证无误</translation>
    </message>
    <message>
        <source>Checks of the result</source>
        <translation>结果的检查项</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>The folder already held this very result; it was checked and kept.</source>
        <translation>文件夹中已有完全相同的结果；已检查并保留。</translation>
    </message>
    <message>
        <source>The conversion went on from an earlier run.</source>
        <translation>转换从先前的运行处继续。</translation>
    </message>
    <message>
        <source>Values too large for the chosen type, now infinite: %1.</source>
        <translation>对所选类型而言过大、现已变为无穷大的值：%1 个。</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>&amp;Verify again</source>
        <translation>重新验证(&amp;V)</translation>
    </message>
    <message>
        <source>Verifying again… %1 %</source>
        <translation>正在重新验证… %1%</translation>
    </message>
    <message>
        <source>&amp;Model card…</source>
        <translation>模型卡片(&amp;M)…</translation>
    </message>
    <message>
        <source>Read and edit the model card on the Publish page</source>
        <translation>在“发布”页面阅读和编辑模型卡片</translation>
    </message>
    <message>
        <source>Verifying again…</source>
        <translation>正在重新验证…</translation>
    </message>
</context>
<context>
    <name>wb::ui::RowInspector</name>
    <message>
        <source>The selected row in full</source>
        <translation>所选行的完整内容</translation>
    </message>
    <message>
        <source>Select a row to see it in full.</source>
        <translation>选择一行以查看其完整内容。</translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation>文件中的键</translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation>模型文件夹中的键</translation>
    </message>
    <message>
        <source>Shape in the file</source>
        <translation>文件中的形状</translation>
    </message>
    <message>
        <source>Shape in the model</source>
        <translation>模型中的形状</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>捕获的内容</translation>
    </message>
    <message>
        <source>&amp;Suggestions, best first</source>
        <translation>建议，最佳者在前(&amp;S)</translation>
    </message>
    <message>
        <source>Suggestions, best first</source>
        <translation>建议，最佳者在前</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>由您指定</translation>
    </message>
</context>
<context>
    <name>wb::ui::RowText</name>
    <message>
        <source>another key already has this place</source>
        <translation>此位置已有另一个键</translation>
    </message>
    <message>
        <source>%1 already has this place</source>
        <translation>此位置已有 %1</translation>
    </message>
    <message>
        <source>the model has %1 here</source>
        <translation>模型此处为 %1</translation>
    </message>
    <message>
        <source>one is floating, the other integer</source>
        <translation>一个是浮点数，另一个是整数</translation>
    </message>
    <message>
        <source>no rule places this key</source>
        <translation>没有规则为此键指定位置</translation>
    </message>
    <message>
        <source>no rule places this key; may be %1</source>
        <translation>没有规则为此键指定位置；可能是 %1</translation>
    </message>
    <message>
        <source>nothing in the file fills this place</source>
        <translation>文件中没有内容可填入此位置</translation>
    </message>
    <message>
        <source>same shape</source>
        <translation>形状相同</translation>
    </message>
    <message>
        <source>same place in order, only free one</source>
        <translation>顺序位置相同，且是唯一空位</translation>
    </message>
    <message>
        <source>same ending</source>
        <translation>结尾相同</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>猜测</translation>
    </message>
</context>
<context>
    <name>wb::ui::RuleDialog</name>
    <message>
        <source>Rows that the rule changes</source>
        <translation>规则会更改的行</translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation>文件中的键</translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation>模型文件夹中的键</translation>
    </message>
    <message>
        <source>Make a rule</source>
        <translation>创建规则</translation>
    </message>
    <message>
        <source>Keys like</source>
        <translation>符合此模式的键</translation>
    </message>
    <message>
        <source>go to</source>
        <translation>映射到</translation>
    </message>
    <message numerus="yes">
        <source>Also changes %n row(s):</source>
        <translation>
            <numerusform>还会更改 %n 行：</numerusform>
        </translation>
    </message>
    <message>
        <source>No other row with a problem is like %1.</source>
        <translation>没有其他有问题的行与 %1 类似。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>wb::ui::Screenshot</name>
    <message>
        <source>The picture could not be saved to %1.</source>
        <translation>无法将截图保存到 %1。</translation>
    </message>
</context>
<context>
    <name>wb::ui::SettingRow</name>
    <message>
        <source>beside the checkpoint</source>
        <translation>检查点旁边</translation>
    </message>
    <message>
        <source>none; http://host:port</source>
        <translation>无；http://host:port</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>系统证书</translation>
    </message>
    <message>
        <source>no limit; 5MB, 500KiB …</source>
        <translation>无限制；5MB、500KiB…</translation>
    </message>
    <message>
        <source>given by %1 for this run</source>
        <translation>由 %1 为本次运行指定</translation>
    </message>
    <message>
        <source>set by the environment variable %1</source>
        <translation>由环境变量 %1 设置</translation>
    </message>
    <message>
        <source>from the settings</source>
        <translation>来自设置</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>the default; set by the environment only</source>
        <translation>默认值；只能通过环境变量设置</translation>
    </message>
    <message>
        <source>Fetched sources</source>
        <translation>获取的来源文件</translation>
    </message>
    <message>
        <source>Model folders</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Cache of the Hub</source>
        <translation>Hub 缓存</translation>
    </message>
    <message>
        <source>Address of the Hub</source>
        <translation>Hub 地址</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Without proxy</source>
        <translation>不使用代理的主机</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>同时连接数</translation>
    </message>
    <message>
        <source>Most bytes a second</source>
        <translation>每秒字节数上限</translation>
    </message>
    <message>
        <source>Type of the weights</source>
        <translation>权重类型</translation>
    </message>
    <message>
        <source>Most bytes in a file</source>
        <translation>单个文件字节数上限</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>When a long job ends or needs you</source>
        <translation>长时间的任务结束或需要您处理时</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>与文件中相同</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
    <message>
        <source>; counts from the next start</source>
        <translation>；下次启动时生效</translation>
    </message>
</context>
<context>
    <name>wb::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>设置分组</translation>
    </message>
    <message>
        <source>&amp;Folders</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Conversion</source>
        <translation>转换(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>令牌(&amp;O)</translation>
    </message>
    <message>
        <source>The token of the Hub is only needed to publish, and for files that not everybody may read. It is kept in the keychain of this desktop and is never shown.</source>
        <translation>只有发布内容或读取并非对所有人开放的文件时，才需要 Hub 令牌。令牌保存在此桌面的密钥环中，绝不会显示。</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>退出登录(&amp;L)</translation>
    </message>
    <message>
        <source>Log out: remove the token from the keychain</source>
        <translation>退出登录：从密钥环中移除令牌</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>恢复默认值(&amp;R)</translation>
    </message>
</context>
<context>
    <name>wb::ui::SleepInhibitor</name>
    <message>
        <source>A model is downloaded, converted or published</source>
        <translation>正在下载、转换或发布模型</translation>
    </message>
</context>
<context>
    <name>wb::ui::SourcePage</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Shows what is known of the source</source>
        <translation>显示关于来源的已知信息</translation>
    </message>
</context>
<context>
    <name>wb::ui::SpeedChart</name>
    <message>
        <source>Speed over the last 2 minutes</source>
        <translation>最近 2 分钟的速度</translation>
    </message>
    <message>
        <source>Now %1, at most %2 in the last 2 minutes</source>
        <translation>当前 %1，最近 2 分钟最高 %2</translation>
    </message>
    <message>
        <source>2 minutes ago</source>
        <translation>2 分钟前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>wb::ui::StageBytes</name>
    <message>
        <source>stem</source>
        <translation>主干入口</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已舍弃</translation>
    </message>
</context>
<context>
    <name>wb::ui::StartPage</name>
    <message>
        <source>Check &amp;online</source>
        <translation>在线检查(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>放弃(&amp;F)</translation>
    </message>
    <message>
        <source>Drop a checkpoint or its address here</source>
        <translation>将检查点或其地址拖放到此处</translation>
    </message>
    <message>
        <source>VISSL and SEER .torch files, timm and torchvision checkpoints, safetensors.
Or pick a model on the left to see which file to get and where its keys go.</source>
        <translation>VISSL 和 SEER 的 .torch 文件、timm 和 torchvision 检查点、safetensors。
也可在左侧选择模型，查看需要获取哪个文件以及各个键的去向。</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Nothing in a checkpoint is ever executed.</source>
        <translation>绝不执行检查点中的任何内容。</translation>
    </message>
    <message>
        <source>Address of a checkpoint</source>
        <translation>检查点的地址</translation>
    </message>
    <message>
        <source>%1 is not published yet: %2 of %3 are kept at the Hub.</source>
        <translation>%1 尚未发布：Hub 上已保留 %2 / %3。</translation>
    </message>
    <message>
        <source>Try the &amp;demo (no network)</source>
        <translation>试用演示（无需网络）(&amp;D)</translation>
    </message>
</context>
<context>
    <name>wb::ui::Status</name>
    <message>
        <source>mapped</source>
        <translation>已映射</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已舍弃</translation>
    </message>
    <message>
        <source>unmapped</source>
        <translation>未映射</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>mismatched</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
</context>
<context>
    <name>wb::ui::StatusChips</name>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::StepStrip</name>
    <message>
        <source>to come</source>
        <translation>待进行</translation>
    </message>
    <message>
        <source>now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>有问题</translation>
    </message>
</context>
<context>
    <name>wb::ui::SumPane</name>
    <message>
        <source>Checking SHA-256 sums</source>
        <translation>正在核对 SHA-256 校验和</translation>
    </message>
    <message>
        <source>Checking the sums of %1…</source>
        <translation>正在核对 %1 中的校验和…</translation>
    </message>
    <message>
        <source>%1 holds no SHA-256 sums.</source>
        <translation>%1 中没有 SHA-256 校验和。</translation>
    </message>
    <message>
        <source>A line of such a list is a sum of 64 hexadecimal digits and the name of a file. Lists larger than 64 KiB are not read.</source>
        <translation>这种列表的一行由 64 位十六进制的校验和与文件名组成。超过 64 KiB 的列表不会被读取。</translation>
    </message>
    <message>
        <source>%1 does not say of which file its sum is.</source>
        <translation>%1 没有说明校验和属于哪个文件。</translation>
    </message>
    <message>
        <source>There is no %1 beside %2.</source>
        <translation>%2 旁边没有 %1。</translation>
    </message>
    <message>
        <source>Put both into one folder, or open the file first. Nothing was checked.</source>
        <translation>请把两者放入同一文件夹，或先打开该文件。没有核对任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Not checked, as they are not there: %n file(s), first %1.</source>
        <translation>
            <numerusform>因不存在而未核对：%n 个文件，第一个是 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected: %1
Found: %2</source>
        <translation>应为：%1
实为：%2</translation>
    </message>
    <message>
        <source>It is damaged, or another file. Fetch it again.</source>
        <translation>它已损坏，或是另一个文件。请重新下载。</translation>
    </message>
    <message>
        <source>%1 does not match its SHA-256 sum.</source>
        <translation>%1 与其 SHA-256 校验和不符。</translation>
    </message>
    <message>
        <source>%1 matches its SHA-256 sum.</source>
        <translation>%1 与其 SHA-256 校验和相符。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) match their SHA-256 sums.</source>
        <translation>
            <numerusform>%n 个文件与其 SHA-256 校验和相符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Checking the sums was stopped.</source>
        <translation>校验和的核对已停止。</translation>
    </message>
</context>
<context>
    <name>wb::ui::Summary</name>
    <message>
        <source>PyTorch file (zip)</source>
        <translation>PyTorch 文件（zip）</translation>
    </message>
    <message>
        <source>older PyTorch file</source>
        <translation>旧版 PyTorch 文件</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>VISSL slices</source>
        <translation>VISSL 切片</translation>
    </message>
    <message>
        <source>RegNet-%1, depths %2, widths %3, group width %4</source>
        <translation>RegNet-%1，深度 %2，宽度 %3，组宽 %4</translation>
    </message>
    <message numerus="yes">
        <source>, %n classes</source>
        <translation>
            <numerusform>，%n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>, no classifier</source>
        <translation>，无分类器</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>sends parts (Range)</source>
        <translation>支持分段发送（Range）</translation>
    </message>
    <message>
        <source>sends the file only as a whole</source>
        <translation>只能整个发送文件</translation>
    </message>
    <message>
        <source>no SHA-256 published</source>
        <translation>未公布 SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 published</source>
        <translation>已公布 SHA-256</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Read so far</source>
        <translation>目前已读取</translation>
    </message>
    <message>
        <source>%1 in %2 requests</source>
        <translation>%1，%2 次请求</translation>
    </message>
    <message>
        <source>Tensors share their values; each gets a copy of its own: %1</source>
        <translation>有张量共用数值；每个张量将获得自己的副本：%1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <translation>不在模型目录中</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>%1 tensors, %2</source>
        <translation>%1 个张量，%2</translation>
    </message>
    <message>
        <source>Weights at</source>
        <translation>权重位置</translation>
    </message>
    <message>
        <source>top of the file</source>
        <translation>文件顶层</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>objects that are not weights: %1</source>
        <translation>并非权重的对象：%1</translation>
    </message>
    <message>
        <source>%1 is %2 in the file, but %3 has %4. The file counts.</source>
        <translation>文件中的 %1 为 %2，而 %3 为 %4。以文件为准。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>%1 tensors, %2, %3 parameters</source>
        <translation>%1 个张量，%2，%3 个参数</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Published as</source>
        <translation>发布文件名</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 in %n files</source>
        <translation>
            <numerusform>%1：%2，%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>%1 of disk (%2 free), %3 of memory (%4 available)</source>
        <translation>磁盘空间 %1（可用 %2），内存 %3（可用 %4）</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机上</translation>
    </message>
    <message>
        <source>Source and result need %1 more than the disk has free. Converting while it downloads needs room for the result alone; BF16 halves that.</source>
        <translation>来源和结果所需空间比磁盘可用空间多 %1。边下载边转换只需要结果的空间；使用 BF16 可再减半。</translation>
    </message>
    <message>
        <source>There is too little memory available now.</source>
        <translation>目前可用内存不足。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message numerus="yes">
        <source>%n pixels, colour</source>
        <translation>
            <numerusform>%n 像素，彩色</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 % of its keys are in the file</source>
        <translation>%1；文件中有其 %2% 的键</translation>
    </message>
    <message>
        <source>Time to convert</source>
        <translation>转换所需时间</translation>
    </message>
</context>
<context>
    <name>wb::ui::ThroughputChart</name>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Minutes ago</source>
        <translation>分钟前</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
</context>
<context>
    <name>wb::ui::Token</name>
    <message>
        <source>Paste one below, set HF_TOKEN before starting the program, or run weightbridge-cli login.</source>
        <translation>请在下方粘贴令牌，或在启动程序前设置 HF_TOKEN，或运行 weightbridge-cli login。</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>from the keychain</source>
        <translation>来自密钥环</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 以及另外 %2 个</translation>
    </message>
    <message>
        <source>may only read: publishing needs one that may write</source>
        <translation>只能读取：发布需要可写入的令牌</translation>
    </message>
    <message>
        <source>may write nowhere</source>
        <translation>不能写入任何位置</translation>
    </message>
    <message>
        <source>may write to %1</source>
        <translation>可写入 %1</translation>
    </message>
    <message>
        <source>The Hub does not accept this token, and it was not kept.</source>
        <translation>Hub 不接受此令牌，因此未予保存。</translation>
    </message>
    <message>
        <source>The Hub does not accept the token in %1. Start the program with another one, or without it.</source>
        <translation>Hub 不接受 %1 中的令牌。请使用其他令牌启动程序，或不使用令牌启动。</translation>
    </message>
    <message>
        <source>The Hub does not accept the token from %1. Paste another one below.</source>
        <translation>Hub 不接受来自 %1 的令牌。请在下方粘贴其他令牌。</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>No token of the Hub was found. %1</source>
        <translation>未找到 Hub 令牌。%1</translation>
    </message>
    <message>
        <source>The keychain that holds your token is locked. Unlock it, then check again.</source>
        <translation>保存令牌的密钥环已锁定。请解锁，然后重新检查。</translation>
    </message>
    <message>
        <source>That is no token: it holds characters that no token has.</source>
        <translation>这不是令牌：其中含有令牌中不可能出现的字符。</translation>
    </message>
    <message>
        <source>The token was not kept. %1 %2</source>
        <translation>令牌未保存。%1%2</translation>
    </message>
    <message>
        <source>The Hub does not let this token publish%1.</source>
        <translation>Hub 不允许使用此令牌发布%1。</translation>
    </message>
    <message>
        <source>The Hub does not let this token publish in %1%2.</source>
        <translation>Hub 不允许使用此令牌在 %1 中发布%2。</translation>
    </message>
    <message>
        <source>Asking the Hub whose it is…</source>
        <translation>正在向 Hub 查询令牌所属的用户…</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>A file of the folder was changed since it was checked.</source>
        <translation>文件夹中有文件在检查后被更改。</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it any more, then check again.</source>
        <translation>请等到不再有程序写入它，然后重新检查。</translation>
    </message>
    <message>
        <source>Use a token that may write there: %1</source>
        <translation>请使用可写入该处的令牌：%1</translation>
    </message>
</context>
<context>
    <name>wb::ui::TokenPane</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation>重新检查(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keep in the keychain</source>
        <translation>保存到密钥环(&amp;K)</translation>
    </message>
    <message>
        <source>Check the token again</source>
        <translation>重新检查令牌</translation>
    </message>
    <message>
        <source>Token of the Hub</source>
        <translation>Hub 令牌</translation>
    </message>
    <message>
        <source>It goes into the keychain of this desktop and is kept nowhere else.</source>
        <translation>它将存入此桌面的密钥环，不会保存在其他任何地方。</translation>
    </message>
    <message>
        <source>hf_…</source>
        <translation>hf_…</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>创建令牌</translation>
    </message>
</context>
<context>
    <name>wb::ui::Transfer</name>
    <message>
        <source>The name %1 cannot be looked up.</source>
        <translation>无法解析名称 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>无法连接到 %1。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有应答。</translation>
    </message>
    <message>
        <source>%1 broke the connection.</source>
        <translation>%1 中断了连接。</translation>
    </message>
    <message>
        <source>%1 ended the connection too early.</source>
        <translation>%1 过早结束了连接。</translation>
    </message>
    <message>
        <source>%1 stopped sending.</source>
        <translation>%1 停止了发送。</translation>
    </message>
    <message>
        <source>%1 is busy and asked to wait.</source>
        <translation>%1 正忙，要求等待。</translation>
    </message>
    <message>
        <source>%1 answered with an error of its own.</source>
        <translation>%1 返回了自身的错误。</translation>
    </message>
    <message>
        <source>The disk does not take what %1 sends.</source>
        <translation>磁盘无法接收 %1 发送的数据。</translation>
    </message>
    <message>
        <source>%1 does not send (%2).</source>
        <translation>%1 未发送数据（%2）。</translation>
    </message>
    <message>
        <source>Next try in %1:%2.</source>
        <translation>%1:%2 后重试。</translation>
    </message>
    <message>
        <source>%1 kept.</source>
        <translation>已保留 %1。</translation>
    </message>
    <message>
        <source>%1 are free</source>
        <translation>可用空间为 %1</translation>
    </message>
    <message>
        <source>%1 are free where the file is kept, %2 where the result goes</source>
        <translation>保存文件处的可用空间为 %1，存放结果处为 %2</translation>
    </message>
    <message>
        <source>Its tensors do not lie in the order of one pass, so the file has to be kept.</source>
        <translation>其张量的排列顺序不允许一次顺序读取，因此必须保存文件。</translation>
    </message>
    <message>
        <source>The file is kept here already: nothing is fetched again.</source>
        <translation>文件已保存在本机：无需再次获取。</translation>
    </message>
    <message>
        <source>Part of the file is kept here already: %1 are left to fetch.</source>
        <translation>文件的一部分已保存在本机：还需获取 %1。</translation>
    </message>
    <message>
        <source>There is room for the result only: the file takes %1, the result %2; %3.</source>
        <translation>空间只够存放结果：文件占用 %1，结果占用 %2；%3。</translation>
    </message>
    <message>
        <source>There is not enough room: the file takes %1, the result %2; %3.</source>
        <translation>空间不足：文件占用 %1，结果占用 %2；%3。</translation>
    </message>
    <message>
        <source>There is room for both: the file takes %1, the result %2; %3.</source>
        <translation>空间足够存放两者：文件占用 %1，结果占用 %2；%3。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>its SHA-256 is the published one</source>
        <translation>其 SHA-256 与公布的一致</translation>
    </message>
    <message>
        <source>its SHA-256 is that of the file beside it</source>
        <translation>其 SHA-256 与旁边文件中所记的一致</translation>
    </message>
    <message>
        <source>its SHA-256 begins as its name says</source>
        <translation>其 SHA-256 的开头与其名称所示一致</translation>
    </message>
    <message>
        <source>the checksums of its records are right</source>
        <translation>其记录的校验和均正确</translation>
    </message>
    <message>
        <source>nothing is published that it could be checked against</source>
        <translation>没有公布可用于核对的信息</translation>
    </message>
</context>
<context>
    <name>wb::ui::Tray</name>
    <message>
        <source>&amp;Show window</source>
        <translation>显示窗口(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>%1: at work</source>
        <translation>%1：正在工作</translation>
    </message>
</context>
<context>
    <name>wb::ui::ValuesColumns</name>
    <message>
        <source>Computing statistics:</source>
        <translation>正在计算统计：</translation>
    </message>
</context>
<context>
    <name>wb::ui::ValuesPane</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1（%2%）</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>无穷大</translation>
    </message>
    <message>
        <source>The result holds the same values.</source>
        <translation>结果中的值与检查点相同。</translation>
    </message>
    <message>
        <source>%1 values differ, by at most %2.</source>
        <translation>不同的值：%1，最多相差 %2。</translation>
    </message>
    <message>
        <source>Too large for the type, now infinite: %1.</source>
        <translation>对该类型而言过大、现已变为无穷大的值：%1 个。</translation>
    </message>
    <message>
        <source>Too small for the type, now zero: %1.</source>
        <translation>对该类型而言过小、现已变为零的值：%1 个。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To below</source>
        <translation>到（不含）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reading the values</source>
        <translation>正在读取值</translation>
    </message>
    <message>
        <source>Stop reading the values</source>
        <translation>停止读取值</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
    <message>
        <source>Look at all %1</source>
        <translation>查看全部 %1</translation>
    </message>
    <message>
        <source>Statistics of the values</source>
        <translation>值的统计</translation>
    </message>
    <message>
        <source>How the values are spread</source>
        <translation>值的分布</translation>
    </message>
    <message>
        <source>&amp;First values</source>
        <translation>开头的值(&amp;F)</translation>
    </message>
    <message>
        <source>The checkpoint has no such tensor.</source>
        <translation>检查点中没有此张量。</translation>
    </message>
    <message>
        <source>The values are in the checkpoint: open its file.</source>
        <translation>这些值在检查点中：请打开其文件。</translation>
    </message>
    <message>
        <source>The values can be looked at once the file is on this machine.</source>
        <translation>文件下载到本机后即可查看这些值。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This is a large tensor: it is read when you ask for it.</source>
        <translation>这是一个较大的张量：仅在您要求时读取。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>wb::ui::VariantModel</name>
    <message>
        <source>%1
%2 parameters in %3 tensors, %4
Licence: %5</source>
        <translation>%1
%2 个参数，%3 个张量，%4
许可证：%5</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>%1, on this machine</source>
        <translation>%1，在本机上</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message numerus="yes">
        <source>Pictures of %n pixels</source>
        <translation>
            <numerusform>%n 像素的图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机上</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>wb::ui::VariantPane</name>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Models that can be converted</source>
        <translation>可转换的模型</translation>
    </message>
    <message>
        <source>Kind of models</source>
        <translation>模型种类</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>SEER</source>
        <translation>SEER</translation>
    </message>
    <message>
        <source>SEER, fine-tuned</source>
        <translation>SEER（微调）</translation>
    </message>
    <message>
        <source>ImageNet (timm)</source>
        <translation>ImageNet (timm)</translation>
    </message>
    <message>
        <source>RegNet-X</source>
        <translation>RegNet-X</translation>
    </message>
    <message>
        <source>RegNet-Y</source>
        <translation>RegNet-Y</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机上</translation>
    </message>
    <message>
        <source>Fitting the free space</source>
        <translation>可用空间足够的模型</translation>
    </message>
</context>
<context>
    <name>wb::ui::VerifyPage</name>
    <message>
        <source>Co&amp;mpare outputs</source>
        <translation>比较输出(&amp;M)</translation>
    </message>
    <message>
        <source>Error of each layer</source>
        <translation>各层的误差</translation>
    </message>
    <message>
        <source>Best classes</source>
        <translation>最佳类别</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source> (class %1)</source>
        <translation>（类别 %1）</translation>
    </message>
    <message>
        <source>Both networks are running…</source>
        <translation>两个网络正在运行…</translation>
    </message>
    <message>
        <source>Each layer is compared as soon as both have computed it.</source>
        <translation>两个网络都算完一层后，随即比较该层。</translation>
    </message>
    <message>
        <source>One proof more: compare what the two networks compute.</source>
        <translation>还可再作一项证明：比较两个网络的计算结果。</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s network and the converted one are run on the same input, layer by layer, in little memory.</source>
        <translation>检查点的网络与转换后的网络以相同的输入逐层运行，占用内存很少。</translation>
    </message>
</context>
<context>
    <name>wb::ui::WaitingRow</name>
    <message>
        <source>&amp;Try now</source>
        <translation>立即重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>wb::ui::WayPane</name>
    <message>
        <source>Check &amp;online</source>
        <translation>在线检查(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep the file in</source>
        <translation>将文件保存在(&amp;K)</translation>
    </message>
    <message>
        <source>Convert while do&amp;wnloading, without storing the file</source>
        <translation>边下载边转换，不保存文件(&amp;W)</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Folder in which the file is kept</source>
        <translation>保存文件的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder in which the file is kept</source>
        <translation>选择保存文件的文件夹</translation>
    </message>
    <message>
        <source>The server sends the file only as a whole, so it has to be kept.</source>
        <translation>服务器只能整个发送文件，因此必须保存文件。</translation>
    </message>
    <message>
        <source>Published as %1, about %2.</source>
        <translation>以 %1 发布，约 %2。</translation>
    </message>
    <message>
        <source>&amp;Download %1</source>
        <translation>下载 %1(&amp;D)</translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>打开地址(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close file</source>
        <translation>关闭文件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>复制单元格(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste address</source>
        <translation>粘贴地址(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Filter keys</source>
        <translation>筛选键(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>下一个问题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>上一个问题(&amp;P)</translation>
    </message>
    <message>
        <source>Model card: &amp;text or preview</source>
        <translation>模型卡片：文本或预览(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Convert, resume or open the result</source>
        <translation>转换、继续或打开结果(&amp;C)</translation>
    </message>
    <message>
        <source>P&amp;ublish…</source>
        <translation>发布(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>立即重试(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>映射(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Convert</source>
        <translation>转换(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>验证(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>发布(&amp;P)</translation>
    </message>
    <message>
        <source>Look at the file &amp;again</source>
        <translation>重新查看文件(&amp;A)</translation>
    </message>
    <message>
        <source>Weightbridge &amp;help</source>
        <translation>Weightbridge 帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Try the &amp;demo (no network)</source>
        <translation>试用演示（无需网络）(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;About Weightbridge</source>
        <translation>关于 Weightbridge(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Compare with…</source>
        <translation>比较(&amp;C)…</translation>
    </message>
    <message>
        <source>Compare with the &amp;result</source>
        <translation>与结果比较(&amp;R)</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Report of the result</source>
        <translation>结果报告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Environment report</source>
        <translation>环境报告(&amp;E)</translation>
    </message>
    <message>
        <source>Compute &amp;statistics of all tensors</source>
        <translation>计算所有张量的统计(&amp;S)</translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowJobs</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Add to &amp;queue</source>
        <translation>添加到队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Converts it in its turn, while the window is free for something else</source>
        <translation>轮到时进行转换，其间窗口可用于其他工作</translation>
    </message>
    <message>
        <source>Add &amp;files to queue…</source>
        <translation>将文件添加到队列(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Jobs and log</source>
        <translation>任务和日志(&amp;J)</translation>
    </message>
    <message>
        <source>C&amp;hosen job</source>
        <translation>所选任务(&amp;H)</translation>
    </message>
    <message>
        <source>Add files to the queue</source>
        <translation>将文件添加到队列</translation>
    </message>
    <message>
        <source>Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</source>
        <translation>检查点 (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>添加到队列</translation>
    </message>
    <message numerus="yes">
        <source>Add %n files to the queue?</source>
        <translation>
            <numerusform>是否将 %n 个文件添加到队列？</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>添加到队列</translation>
    </message>
    <message>
        <source>Jobs and their log</source>
        <translation>任务及其日志</translation>
    </message>
    <message>
        <source>The key map that the command needs cannot be written to %1: %2.</source>
        <translation>命令所需的键映射无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>They are converted one after another, each into a folder of its own. One that fails does not stop the others.</source>
        <translation>它们会依次转换，各自进入自己的文件夹。某一个失败不会影响其他的。</translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowMessage</name>
    <message>
        <source>The download of %1 is not finished.</source>
        <translation>%1 的下载尚未完成。</translation>
    </message>
    <message>
        <source>Its address was not stored, for it may hold a signature: paste it again to go on. What was fetched is kept.</source>
        <translation>其地址可能含有签名，因此未存储：请再次粘贴以继续。已获取的内容会保留。</translation>
    </message>
    <message>
        <source>Open its address again to go on. What was fetched is kept.</source>
        <translation>请再次打开其地址以继续。已获取的内容会保留。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>What is finished is kept; open the file again to go on.</source>
        <translation>已完成的部分会保留；再次打开该文件即可继续。</translation>
    </message>
    <message>
        <source>This is what the catalogue knows of %1. No file is open.</source>
        <translation>这是模型目录中关于 %1 的信息。未打开任何文件。</translation>
    </message>
    <message>
        <source>Download %1 from %2 below, or open it where you have it.</source>
        <translation>请在下方从 %2 下载 %1，或打开您已有的文件。</translation>
    </message>
</context>
</TS>
