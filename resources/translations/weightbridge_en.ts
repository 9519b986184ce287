<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>wb::ui::ChartsPage</name>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Last %n minute</numerusform>
            <numerusform>Last %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::ComparePage</name>
    <message numerus="yes">
        <source>Both hold the same: %n tensor(s)</source>
        <translation>
            <numerusform>Both hold the same: %n tensor</numerusform>
            <numerusform>Both hold the same: %n tensors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::ConnectionPane</name>
    <message numerus="yes">
        <source>Reached in %n ms, answer %1.</source>
        <translation>
            <numerusform>Reached in %n ms, answer %1.</numerusform>
            <numerusform>Reached in %n ms, answer %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::DroppedFiles</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of what was to be added cannot be converted and was left out of the queue.</source>
        <translation>
            <numerusform>%n thing that was to be added cannot be converted and was left out of the queue.</numerusform>
            <numerusform>%n things that were to be added cannot be converted and were left out of the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::FileViewer</name>
    <message numerus="yes">
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n tensor</numerusform>
            <numerusform>%n tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tensor(s)</source>
        <translation>
            <numerusform>%1: %n tensor</numerusform>
            <numerusform>%1: %n tensors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::Format</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapActions</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapEditor</name>
    <message numerus="yes">
        <source>drop %n key(s)</source>
        <translation>
            <numerusform>drop %n key</numerusform>
            <numerusform>drop %n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reset %n key(s) to their rules</source>
        <translation>
            <numerusform>reset %n key to their rules</numerusform>
            <numerusform>reset %n keys to their rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapPage</name>
    <message numerus="yes">
        <source>%n row(s), %1</source>
        <translation>
            <numerusform>%n row, %1</numerusform>
            <numerusform>%n rows, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %n row(s), %1</source>
        <translation>
            <numerusform>%2 of %n row, %1</numerusform>
            <numerusform>%2 of %n rows, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::MapEditing</name>
    <message numerus="yes">
        <source>rule for %n key(s)</source>
        <translation>
            <numerusform>rule for %n key</numerusform>
            <numerusform>rule for %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::ProblemStrip</name>
    <message numerus="yes">
        <source>%n marked row(s) among those shown</source>
        <translation>
            <numerusform>%n marked row among those shown</numerusform>
            <numerusform>%n marked rows among those shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more here</source>
        <translation>
            <numerusform>and %n more here</numerusform>
            <numerusform>and %n more here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::RuleDialog</name>
    <message numerus="yes">
        <source>Also changes %n row(s):</source>
        <translation>
            <numerusform>Also changes %n row:</numerusform>
            <numerusform>Also changes %n rows:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::SumPane</name>
    <message numerus="yes">
        <source>Not checked, as they are not there: %n file(s), first %1.</source>
        <translation>
            <numerusform>Not checked, as it is not there: %n file, %1.</numerusform>
            <numerusform>Not checked, as they are not there: %n files, first %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) match their SHA-256 sums.</source>
        <translation>
            <numerusform>%n file matches its SHA-256 sum.</numerusform>
            <numerusform>%n files match their SHA-256 sums.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::Summary</name>
    <message numerus="yes">
        <source>, %n classes</source>
        <translation>
            <numerusform>, %n class</numerusform>
            <numerusform>, %n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 in %n files</source>
        <translation>
            <numerusform>%1: %2 in %n file</numerusform>
            <numerusform>%1: %2 in %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixels, colour</source>
        <translation>
            <numerusform>%n pixel, colour</numerusform>
            <numerusform>%n pixels, colour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::VariantModel</name>
    <message numerus="yes">
        <source>Pictures of %n pixels</source>
        <translation>
            <numerusform>Pictures of %n pixel</numerusform>
            <numerusform>Pictures of %n pixels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowJobs</name>
    <message numerus="yes">
        <source>Add %n files to the queue?</source>
        <translation>
            <numerusform>Add %n file to the queue?</numerusform>
            <numerusform>Add %n files to the queue?</numerusform>
        </translation>
    </message>
</context>
</TS>
