<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Standardwerte wiederherstellen</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The settings in %1 cannot be read. They are now in %2, and new ones are begun.</source>
        <translation>Die Einstellungen in %1 lassen sich nicht lesen. Sie liegen jetzt in %2, und neue werden angelegt.</translation>
    </message>
    <message>
        <source>The settings in %1 are of a newer version of Weightbridge. They stay as they are; this version keeps its own in %2.</source>
        <translation>Die Einstellungen in %1 stammen von einer neueren Version von Weightbridge. Sie bleiben unverändert; diese Version legt ihre eigenen in %2 ab.</translation>
    </message>
    <message>
        <source>The command line needs no window: weightbridge-cli --help</source>
        <translation>Die Befehlszeile braucht kein Fenster: weightbridge-cli --help</translation>
    </message>
    <message>
        <source>There is no font, so the window would show no letter. Install one (Debian, Ubuntu: apt install fonts-dejavu-core).</source>
        <translation>Es ist keine Schriftart vorhanden, das Fenster würde keine Buchstaben zeigen. Installieren Sie eine (Debian, Ubuntu: apt install fonts-dejavu-core).</translation>
    </message>
    <message>
        <source>Converts RegNet checkpoints to Hugging Face model folders.</source>
        <translation>Wandelt RegNet-Checkpoints in Hugging-Face-Modellordner um.</translation>
    </message>
    <message>
        <source>Checkpoint to open, or its address.</source>
        <translation>Zu öffnender Checkpoint oder seine Adresse.</translation>
    </message>
    <message>
        <source>Keep settings and log in DIR.</source>
        <translation>Einstellungen und Protokoll in DIR ablegen.</translation>
    </message>
    <message>
        <source>Load FILE, save a picture of the window, exit.</source>
        <translation>FILE laden, ein Bild des Fensters speichern, beenden.</translation>
    </message>
    <message>
        <source>Size of the window.</source>
        <translation>Größe des Fensters.</translation>
    </message>
    <message>
        <source>Language of the window, such as de (system: that of the desktop).</source>
        <translation>Sprache des Fensters, etwa de (system: die des Desktops).</translation>
    </message>
    <message>
        <source>Print the environment for a report of a problem, without anything secret, and exit.</source>
        <translation>Die Umgebung für einen Problembericht ausgeben, ohne Geheimes, und beenden.</translation>
    </message>
    <message>
        <source>Begin with nothing open, instead of what was open last.</source>
        <translation>Ohne geöffnete Datei beginnen, statt mit dem zuletzt Geöffneten.</translation>
    </message>
    <message>
        <source>Key map for it (*.keymap.json).</source>
        <translation>Schlüsselzuordnung dazu (*.keymap.json).</translation>
    </message>
</context>
<context>
    <name>wb::ui::AskDialogs</name>
    <message>
        <source>Open a checkpoint</source>
        <translation>Checkpoint öffnen</translation>
    </message>
    <message>
        <source>Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</source>
        <translation>Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>https://… or hf://owner/name/file</source>
        <translation>https://… oder hf://Besitzer/Name/Datei</translation>
    </message>
    <message>
        <source>Check online</source>
        <translation>Online prüfen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>SHA-256 sums (*.sha256 *.sha256sum SHA256SUMS)</source>
        <translation>SHA-256-Summen (*.sha256 *.sha256sum SHA256SUMS)</translation>
    </message>
</context>
<context>
    <name>wb::ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show the details of the message</source>
        <translation>Details der Meldung anzeigen</translation>
    </message>
</context>
<context>
    <name>wb::ui::CardPane</name>
    <message>
        <source>Model card: text or preview</source>
        <translation>Modellkarte: Text oder Vorschau</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Model card (README.md)</source>
        <translation>Modellkarte (README.md)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>wb::ui::CardPreview</name>
    <message>
        <source>Preview of the model card</source>
        <translation>Vorschau der Modellkarte</translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation>[Bild: %1]</translation>
    </message>
</context>
<context>
    <name>wb::ui::ChartWithTable</name>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Show the numbers instead of the chart</source>
        <translation>Die Zahlen statt des Diagramms anzeigen</translation>
    </message>
    <message>
        <source>Numbers of “%1”</source>
        <translation>Zahlen zu „%1“</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
</context>
<context>
    <name>wb::ui::ChartsPage</name>
    <message>
        <source>Bytes of each stage</source>
        <translation>Bytes jeder Stufe</translation>
    </message>
    <message>
        <source>Speed of reading and writing</source>
        <translation>Geschwindigkeit beim Lesen und Schreiben</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Letzte Minute</numerusform>
            <numerusform>Letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
</context>
<context>
    <name>wb::ui::CompareDialog</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Path, https://…, hf://owner/name/file or the name of a model</source>
        <translation>Pfad, https://…, hf://Besitzer/Name/Datei oder der Name eines Modells</translation>
    </message>
    <message>
        <source>&amp;The other checkpoint or model folder:</source>
        <translation>&amp;Der andere Checkpoint oder Modellordner:</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>Da&amp;tei…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with a folder</source>
        <translation>Mit einem Ordner vergleichen</translation>
    </message>
</context>
<context>
    <name>wb::ui::CompareModel</name>
    <message>
        <source>equal</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>values differ</source>
        <translation>Werte verschieden</translation>
    </message>
    <message>
        <source>shape differs</source>
        <translation>Form verschieden</translation>
    </message>
    <message>
        <source>type differs</source>
        <translation>Typ verschieden</translation>
    </message>
    <message>
        <source>only in the first</source>
        <translation>nur im ersten</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>nur im zweiten</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweites</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Values changed</source>
        <translation>Geänderte Werte</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Größter Unterschied</translation>
    </message>
</context>
<context>
    <name>wb::ui::ComparePage</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Compare with &amp;another…</source>
        <translation>Mit anderem ver&amp;gleichen…</translation>
    </message>
    <message>
        <source>E&amp;xport as CSV…</source>
        <translation>Als CS&amp;V exportieren…</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 von %2 gelesen</translation>
    </message>
    <message>
        <source>Compare the open file with another file or folder.</source>
        <translation>Vergleichen Sie die geöffnete Datei mit einer anderen Datei oder einem Ordner.</translation>
    </message>
    <message>
        <source>Any two checkpoints or model folders, tensor by tensor.</source>
        <translation>Zwei beliebige Checkpoints oder Modellordner, Tensor für Tensor.</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Tensors of both</source>
        <translation>Tensoren von beiden</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Tensors belong together by the key map.</source>
        <translation>Die Tensoren sind nach der Schlüsselzuordnung gepaart.</translation>
    </message>
    <message>
        <source>Tensors belong together by their keys.</source>
        <translation>Die Tensoren sind nach ihren Schlüsseln gepaart.</translation>
    </message>
    <message numerus="yes">
        <source>Both hold the same: %n tensor(s)</source>
        <translation>
            <numerusform>Beide enthalten dasselbe: %n Tensor</numerusform>
            <numerusform>Beide enthalten dasselbe: %n Tensoren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tensors differ</source>
        <translation>%1 von %2 Tensoren sind verschieden</translation>
    </message>
    <message>
        <source>Comparing was stopped.</source>
        <translation>Der Vergleich wurde angehalten.</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>In %1 exportiert.</translation>
    </message>
</context>
<context>
    <name>wb::ui::ConnectionPane</name>
    <message numerus="yes">
        <source>Reached in %n ms, answer %1.</source>
        <translation>
            <numerusform>In %n ms erreicht, Antwort %1.</numerusform>
            <numerusform>In %n ms erreicht, Antwort %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate was verified.</source>
        <translation>Das Zertifikat wurde geprüft.</translation>
    </message>
    <message>
        <source>Without TLS.</source>
        <translation>Ohne TLS.</translation>
    </message>
    <message>
        <source>No proxy on the way.</source>
        <translation>Kein Proxy auf dem Weg.</translation>
    </message>
    <message>
        <source>Through the proxy %1.</source>
        <translation>Über den Proxy %1.</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the test of the connection</source>
        <translation>Test der Verbindung abbrechen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird angefragt…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>wb::ui::Demo</name>
    <message>
        <source>This made-up checkpoint has one key that no rule knows.</source>
        <translation>Dieser Beispiel-Checkpoint enthält einen Schlüssel, den keine Regel kennt.</translation>
    </message>
    <message>
        <source>Go to it with F8, accept the place that is suggested, then convert.</source>
        <translation>Gehen Sie mit F8 zu ihm, nehmen Sie den vorgeschlagenen Platz an und wandeln Sie dann um.</translation>
    </message>
    <message>
        <source>Every key has a place now.</source>
        <translation>Jeder Schlüssel hat jetzt einen Platz.</translation>
    </message>
    <message>
        <source>Convert the checkpoint with the button below, or with Ctrl+Return.</source>
        <translation>Wandeln Sie den Checkpoint mit der Schaltfläche unten oder mit Strg+Return um.</translation>
    </message>
    <message>
        <source>The model folder is written, and every byte of it is proved.</source>
        <translation>Der Modellordner ist geschrieben, und jedes Byte darin ist nachgewiesen.</translation>
    </message>
    <message>
        <source>Go on to Verify to compare what both networks compute, or look at Publish: nothing is sent before you say so.</source>
        <translation>Vergleichen Sie unter „Prüfen“, was beide Netze berechnen, oder sehen Sie sich „Veröffentlichen“ an: Ohne Ihre Zustimmung wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>wb::ui::Desktop</name>
    <message>
        <source>Work is paused</source>
        <translation>Die Arbeit ist angehalten</translation>
    </message>
    <message>
        <source>Work goes on</source>
        <translation>Die Arbeit geht weiter</translation>
    </message>
    <message>
        <source>Weightbridge is in the tray.</source>
        <translation>Weightbridge ist in der Symbolleiste des Desktops.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>wb::ui::DestinationDelegate</name>
    <message>
        <source>Key in the model folder</source>
        <translation>Schlüssel im Modellordner</translation>
    </message>
    <message>
        <source>Part of a key, or Down for all places</source>
        <translation>Teil eines Schlüssels, oder Pfeil nach unten für alle Plätze</translation>
    </message>
    <message>
        <source>Places, best first</source>
        <translation>Plätze, beste zuerst</translation>
    </message>
</context>
<context>
    <name>wb::ui::DownloadPage</name>
    <message>
        <source>Fetched</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Fetched twice</source>
        <translation>Doppelt geladen</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>nowhere: only the result is stored</source>
        <translation>nirgends: nur das Ergebnis wird gespeichert</translation>
    </message>
    <message>
        <source>nothing: the file was here already</source>
        <translation>nichts: die Datei war schon da</translation>
    </message>
    <message>
        <source>%1, of those %2 in an earlier run</source>
        <translation>%1, davon %2 in einem früheren Lauf</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 aufbewahrt</translation>
    </message>
    <message>
        <source>%1 is here: %2.</source>
        <translation>%1 ist da: %2.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Downloading %1 from %2</source>
        <translation>%1 wird von %2 heruntergeladen</translation>
    </message>
    <message>
        <source>Converting %1 while it comes from %2</source>
        <translation>%1 wird umgewandelt, während es von %2 kommt</translation>
    </message>
    <message>
        <source>Paused: %1 from %2</source>
        <translation>Pausiert: %1 von %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>wb::ui::DroppedFiles</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not there: %1.</source>
        <translation>Nicht vorhanden: %1.</translation>
    </message>
    <message>
        <source>Without permission to read: %1.</source>
        <translation>Ohne Leserecht: %1.</translation>
    </message>
    <message>
        <source>Neither files nor folders: %1.</source>
        <translation>Weder Dateien noch Ordner: %1.</translation>
    </message>
    <message>
        <source>Folders that do not hold one checkpoint: %1.</source>
        <translation>Ordner, in denen nicht genau ein Checkpoint liegt: %1.</translation>
    </message>
    <message>
        <source>Cannot be read: %1.</source>
        <translation>Nicht lesbar: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n of what was to be added cannot be converted and was left out of the queue.</source>
        <translation>
            <numerusform>%n Eintrag kann nicht umgewandelt werden und kam nicht in die Warteschlange.</numerusform>
            <numerusform>%n Einträge können nicht umgewandelt werden und kamen nicht in die Warteschlange.</numerusform>
        </translation>
    </message>
    <message>
        <source>Addresses, which are opened one at a time: %1.</source>
        <translation>Adressen, die einzeln geöffnet werden: %1.</translation>
    </message>
</context>
<context>
    <name>wb::ui::EditActions</name>
    <message>
        <source>&amp;Load key map…</source>
        <translation>Schlüsselzuordnung &amp;laden…</translation>
    </message>
    <message>
        <source>&amp;Save key map</source>
        <translation>Schlüsselzuordnung s&amp;peichern</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>&amp;Drop the key</source>
        <translation>&amp;Schlüssel auslassen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>&amp;Keep as the rules say</source>
        <translation>Auf die Regeln &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Make a rule from this edit…</source>
        <translation>Rege&amp;l aus dieser Änderung erstellen…</translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation>Regel erstellen…</translation>
    </message>
    <message>
        <source>Sa&amp;ve key map as…</source>
        <translation>Schlüsselzuordnung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Acc&amp;ept the suggestion (or 1 to 5)</source>
        <translation>&amp;Vorschlag annehmen (oder 1 bis 5)</translation>
    </message>
    <message>
        <source>Ch&amp;oose another place…</source>
        <translation>&amp;Anderen Platz wählen…</translation>
    </message>
    <message>
        <source>C&amp;lear all edits</source>
        <translation>Alle Ä&amp;nderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>wb::ui::EditText</name>
    <message>
        <source>%1 does not fit: the key in the file is %2, the model has %3 there.</source>
        <translation>%1 passt nicht: Der Schlüssel in der Datei hat %2, das Modell hat dort %3.</translation>
    </message>
    <message>
        <source>%1 does not fit: both are %2, but the model has floating numbers there and the file integers.</source>
        <translation>%1 passt nicht: Beide haben %2, aber das Modell hat dort Gleitkommazahlen und die Datei ganze Zahlen.</translation>
    </message>
    <message>
        <source>%1 does not fit: both are %2, but the model has integers there and the file floating numbers.</source>
        <translation>%1 passt nicht: Beide haben %2, aber das Modell hat dort ganze Zahlen und die Datei Gleitkommazahlen.</translation>
    </message>
    <message>
        <source>does not fit: %1 instead of %2</source>
        <translation>passt nicht: %1 statt %2</translation>
    </message>
    <message>
        <source>does not fit: other kind of number</source>
        <translation>passt nicht: andere Art von Zahlen</translation>
    </message>
    <message>
        <source>has %1 now</source>
        <translation>jetzt durch %1 belegt</translation>
    </message>
</context>
<context>
    <name>wb::ui::EffectiveSettings</name>
    <message>
        <source>Only https:// addresses are secure.</source>
        <translation>Nur https://-Adressen sind sicher.</translation>
    </message>
    <message>
        <source>This is no address that begins with https://.</source>
        <translation>Dies ist keine Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Give a proxy as http://host:port.</source>
        <translation>Geben Sie einen Proxy als http://host:port an.</translation>
    </message>
    <message>
        <source>A name and password would be kept in plain text: put them into https_proxy instead.</source>
        <translation>Name und Passwort würden im Klartext gespeichert: Setzen Sie sie stattdessen in https_proxy.</translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <translation>Geben Sie den vollständigen Pfad eines Ordners an.</translation>
    </message>
    <message>
        <source>This cannot be a value.</source>
        <translation>Dies ist kein möglicher Wert.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Give a number from 1 to 8.</source>
        <translation>Geben Sie eine Zahl von 1 bis 8 an.</translation>
    </message>
    <message>
        <source>Give a size such as 5MB or 500KiB.</source>
        <translation>Geben Sie eine Größe wie 5MB oder 500KiB an.</translation>
    </message>
    <message>
        <source>There is no such type.</source>
        <translation>Diesen Typ gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>wb::ui::EnvironmentDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Environment report</source>
        <translation>Umgebungsbericht</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt…</translation>
    </message>
</context>
<context>
    <name>wb::ui::ErrorActs</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Andere Datei öffnen…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell auswählen</translation>
    </message>
    <message>
        <source>Use what the file tells</source>
        <translation>Angaben der Datei verwenden</translation>
    </message>
    <message>
        <source>Convert with its classifier</source>
        <translation>Mit Klassifikator umwandeln</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>Leave these keys out</source>
        <translation>Diese Schlüssel auslassen</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>Vorhandenes ersetzen</translation>
    </message>
    <message>
        <source>Use BF16: %1</source>
        <translation>BF16 verwenden: %1</translation>
    </message>
    <message>
        <source>Use BF16</source>
        <translation>BF16 verwenden</translation>
    </message>
    <message>
        <source>Open the full drive</source>
        <translation>Volles Laufwerk öffnen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Show what is published</source>
        <translation>Veröffentlichtes anzeigen</translation>
    </message>
    <message>
        <source>Open token page</source>
        <translation>Token-Seite öffnen</translation>
    </message>
    <message>
        <source>Use another token…</source>
        <translation>Anderes Token verwenden…</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>Lizenz lesen</translation>
    </message>
    <message>
        <source>Show the comparison</source>
        <translation>Vergleich anzeigen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>wb::ui::ErrorSentences</name>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>a Git LFS pointer</source>
        <translation>ein Git-LFS-Zeiger</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>ein 7z-Archiv</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation>ein tar-Archiv</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>ein bzip2-Archiv</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>ein xz-Archiv</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>ein Zstandard-Archiv</translation>
    </message>
    <message>
        <source>an LZ4 archive</source>
        <translation>ein LZ4-Archiv</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>eine JSON-Datei</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>eine XML-Datei</translation>
    </message>
    <message>
        <source>a text file</source>
        <translation>eine Textdatei</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>ein Skript</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>ein Windows-Programm</translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation>ein ONNX-Modell</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>eine HDF5-Datei</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>a FlatBuffer</source>
        <translation>ein FlatBuffer</translation>
    </message>
    <message>
        <source>a bare pickle that torch.save did not write</source>
        <translation>ein reines Pickle, das nicht von torch.save stammt</translation>
    </message>
    <message>
        <source>a file of nothing but zeros</source>
        <translation>eine Datei aus lauter Nullen</translation>
    </message>
    <message>
        <source>a folder without a checkpoint in it</source>
        <translation>ein Ordner ohne Checkpoint</translation>
    </message>
    <message>
        <source>a folder with several checkpoints</source>
        <translation>ein Ordner mit mehreren Checkpoints</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>nichts Bekanntes</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>der Server</translation>
    </message>
    <message>
        <source>it is not written as one</source>
        <translation>nicht wie eine Adresse geschrieben</translation>
    </message>
    <message>
        <source>it begins with neither https:// nor hf://</source>
        <translation>beginnt weder mit https:// noch mit hf://</translation>
    </message>
    <message>
        <source>it holds a user name or password</source>
        <translation>enthält einen Benutzernamen oder ein Passwort</translation>
    </message>
    <message>
        <source>it holds spaces or characters that cannot be seen</source>
        <translation>enthält Leerzeichen oder unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>it names no server</source>
        <translation>nennt keinen Server</translation>
    </message>
    <message>
        <source>it is not encrypted: http:// is taken of this machine only</source>
        <translation>nicht verschlüsselt: http:// ist nur für diesen Rechner erlaubt</translation>
    </message>
    <message>
        <source>its name cannot be looked up</source>
        <translation>der Name lässt sich nicht auflösen</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>it broke the connection</source>
        <translation>die Gegenseite hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>it ended the connection too early</source>
        <translation>die Gegenseite hat die Verbindung zu früh beendet</translation>
    </message>
    <message>
        <source>it stopped sending</source>
        <translation>die Gegenseite sendet nicht mehr</translation>
    </message>
    <message>
        <source>it is busy and asked to wait</source>
        <translation>die Gegenseite ist ausgelastet und bittet zu warten</translation>
    </message>
    <message>
        <source>the disk does not take what it sends</source>
        <translation>der Datenträger nimmt die gesendeten Daten nicht an</translation>
    </message>
    <message>
        <source>its certificate is not valid</source>
        <translation>das Zertifikat ist ungültig</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>its certificate is that of another server</source>
        <translation>das Zertifikat gehört einem anderen Server</translation>
    </message>
    <message>
        <source>it signed its certificate itself</source>
        <translation>das Zertifikat ist selbst signiert</translation>
    </message>
    <message>
        <source>nobody known here vouches for its certificate</source>
        <translation>keine hier bekannte Stelle bürgt für das Zertifikat</translation>
    </message>
    <message>
        <source>no encrypted connection could be agreed on</source>
        <translation>keine verschlüsselte Verbindung kam zustande</translation>
    </message>
    <message>
        <source>it asks for a user name and a password</source>
        <translation>Benutzername und Passwort werden verlangt</translation>
    </message>
    <message>
        <source>it answered with an error of its own</source>
        <translation>die Gegenseite antwortet mit einem eigenen Fehler</translation>
    </message>
    <message>
        <source>no such file is there</source>
        <translation>dort ist keine solche Datei</translation>
    </message>
    <message>
        <source>a fault of its own</source>
        <translation>ein eigener Fehler des Servers</translation>
    </message>
    <message>
        <source>too many requests from here</source>
        <translation>zu viele Anfragen von hier</translation>
    </message>
    <message>
        <source>one redirect too many</source>
        <translation>eine Weiterleitung zu viel</translation>
    </message>
    <message>
        <source>to a connection that is not encrypted</source>
        <translation>zu einer unverschlüsselten Verbindung</translation>
    </message>
    <message>
        <source>to something that is not on the network</source>
        <translation>zu etwas, das nicht im Netzwerk liegt</translation>
    </message>
    <message>
        <source>to a machine of the local network</source>
        <translation>zu einem Rechner im lokalen Netzwerk</translation>
    </message>
    <message>
        <source>a Git LFS pointer instead of the file</source>
        <translation>ein Git-LFS-Zeiger anstelle der Datei</translation>
    </message>
    <message>
        <source>a part without saying which one</source>
        <translation>ein Teil ohne Angabe, welcher</translation>
    </message>
    <message>
        <source>a size that does not fit</source>
        <translation>eine Größe, die nicht passt</translation>
    </message>
    <message>
        <source>another part of the file</source>
        <translation>ein anderer Teil der Datei</translation>
    </message>
    <message>
        <source>a part of a file of another size</source>
        <translation>ein Teil einer Datei anderer Größe</translation>
    </message>
    <message>
        <source>several parts in one</source>
        <translation>mehrere Teile in einem</translation>
    </message>
    <message>
        <source>the file packed in a way that was not asked for</source>
        <translation>die Datei in einer Packung, die nicht verlangt war</translation>
    </message>
    <message>
        <source>a header without end</source>
        <translation>ein Kopf ohne Ende</translation>
    </message>
    <message>
        <source>no HTTP answer</source>
        <translation>keine HTTP-Antwort</translation>
    </message>
    <message>
        <source>it sends the file only as a whole</source>
        <translation>die Datei wird nur als Ganzes gesendet</translation>
    </message>
    <message>
        <source>its ETag is another</source>
        <translation>das ETag ist ein anderes</translation>
    </message>
    <message>
        <source>its date is another</source>
        <translation>das Datum ist ein anderes</translation>
    </message>
    <message>
        <source>its size is another</source>
        <translation>die Größe ist eine andere</translation>
    </message>
    <message>
        <source>its terms have to be accepted first</source>
        <translation>zuerst müssen die Bedingungen akzeptiert werden</translation>
    </message>
    <message>
        <source>only with a token, and there is none</source>
        <translation>nur mit einem Token, und es ist keines vorhanden</translation>
    </message>
    <message>
        <source>the token is in the keychain, which is locked</source>
        <translation>das Token liegt im Schlüsselbund, und der ist gesperrt</translation>
    </message>
    <message>
        <source>it is empty, or holds characters that no token has</source>
        <translation>leer oder mit Zeichen, die kein Token enthält</translation>
    </message>
    <message>
        <source>the token is not accepted</source>
        <translation>das Token wird nicht akzeptiert</translation>
    </message>
    <message>
        <source>access is denied</source>
        <translation>der Zugriff wird verweigert</translation>
    </message>
    <message>
        <source>its SHA-256 is another</source>
        <translation>die SHA-256 ist eine andere</translation>
    </message>
    <message>
        <source>nothing is written there</source>
        <translation>dort steht nichts</translation>
    </message>
    <message>
        <source>it has more than the two parts owner/name</source>
        <translation>mehr als die zwei Teile Besitzer/Name</translation>
    </message>
    <message>
        <source>nothing is written before the slash</source>
        <translation>vor dem Schrägstrich steht nichts</translation>
    </message>
    <message>
        <source>the token may not write to this owner</source>
        <translation>das Token darf bei diesem Besitzer nicht schreiben</translation>
    </message>
    <message>
        <source>the token may only read</source>
        <translation>das Token darf nur lesen</translation>
    </message>
    <message>
        <source>it holds characters that the Hub does not take</source>
        <translation>enthält Zeichen, die der Hub nicht annimmt</translation>
    </message>
    <message>
        <source>it is longer than 96 characters</source>
        <translation>länger als 96 Zeichen</translation>
    </message>
    <message>
        <source>it begins or ends with &apos;-&apos; or &apos;.&apos;</source>
        <translation>beginnt oder endet mit &apos;-&apos; oder &apos;.&apos;</translation>
    </message>
    <message>
        <source>it holds &apos;--&apos;</source>
        <translation>enthält &apos;--&apos;</translation>
    </message>
    <message>
        <source>it holds &apos;..&apos;</source>
        <translation>enthält &apos;..&apos;</translation>
    </message>
    <message>
        <source>it ends with .git</source>
        <translation>endet mit .git</translation>
    </message>
    <message>
        <source>there is no such branch or revision</source>
        <translation>diesen Zweig oder diese Revision gibt es nicht</translation>
    </message>
    <message>
        <source>it has another name now</source>
        <translation>der Name ist jetzt ein anderer</translation>
    </message>
    <message>
        <source>somebody else has changed it meanwhile</source>
        <translation>inzwischen hat jemand anderes etwas geändert</translation>
    </message>
    <message>
        <source>it is private, and stays so</source>
        <translation>ist privat und bleibt es</translation>
    </message>
    <message>
        <source>it is public, and stays so</source>
        <translation>ist öffentlich und bleibt es</translation>
    </message>
    <message>
        <source>there is no such repository</source>
        <translation>dieses Repository gibt es nicht</translation>
    </message>
    <message>
        <source>the model card is not taken</source>
        <translation>die Modellkarte wird nicht angenommen</translation>
    </message>
    <message>
        <source>a file is not taken</source>
        <translation>eine Datei wird nicht angenommen</translation>
    </message>
    <message>
        <source>a part of a file is not taken</source>
        <translation>ein Teil einer Datei wird nicht angenommen</translation>
    </message>
    <message>
        <source>its store does not take the file</source>
        <translation>der Speicher dort nimmt die Datei nicht an</translation>
    </message>
    <message>
        <source>another run publishes it</source>
        <translation>ein anderer Lauf veröffentlicht gerade</translation>
    </message>
    <message>
        <source>it is no SPDX id</source>
        <translation>keine SPDX-Kennung</translation>
    </message>
    <message>
        <source>it does not say how large the file is</source>
        <translation>die Größe der Datei wird nicht angegeben</translation>
    </message>
    <message>
        <source>an answer in pieces that do not fit</source>
        <translation>eine Antwort in Stücken, die nicht passen</translation>
    </message>
    <message>
        <source>the begun download of another file is there</source>
        <translation>dort liegt der begonnene Download einer anderen Datei</translation>
    </message>
    <message>
        <source>another file of this name is there</source>
        <translation>dort liegt eine andere Datei dieses Namens</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>none is running here</source>
        <translation>hier läuft keiner</translation>
    </message>
    <message>
        <source>the network is switched off</source>
        <translation>das Netzwerk ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Something in Weightbridge went wrong that should not have.</source>
        <translation>In Weightbridge ist etwas schiefgegangen, das nicht hätte geschehen dürfen.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the details below.</source>
        <translation>Versuchen Sie es noch einmal; tritt es erneut auf, melden Sie es mit den Details unten.</translation>
    </message>
    <message>
        <source>This was asked for in a way that cannot be carried out.</source>
        <translation>Was verlangt wurde, lässt sich so nicht ausführen.</translation>
    </message>
    <message>
        <source>Look at the options and choose others.</source>
        <translation>Sehen Sie die Optionen durch und wählen Sie andere.</translation>
    </message>
    <message>
        <source>There is nothing at {file}.</source>
        <translation>Unter {file} ist nichts vorhanden.</translation>
    </message>
    <message>
        <source>Check the name, and whether the drive is connected.</source>
        <translation>Prüfen Sie den Namen und ob das Laufwerk angeschlossen ist.</translation>
    </message>
    <message>
        <source>No model named {name} is in the catalogue.</source>
        <translation>Im Katalog gibt es kein Modell namens {name}.</translation>
    </message>
    <message>
        <source>Choose one from the list on the left.</source>
        <translation>Wählen Sie eines aus der Liste links.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file asks for more than any real checkpoint needs ({part}).</source>
        <translation>Die Datei verlangt mehr, als ein echter Checkpoint je braucht ({part}).</translation>
    </message>
    <message>
        <source>It is damaged or made to do harm; fetch it again from where it was published.</source>
        <translation>Die Datei ist beschädigt oder soll Schaden anrichten; laden Sie sie erneut von dort herunter, wo sie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>You may not read or write {file}.</source>
        <translation>Ihnen fehlt das Recht, {file} zu lesen oder zu schreiben.</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another place.</source>
        <translation>Ändern Sie die Zugriffsrechte oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation>{file} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Choose a checkpoint file, or a folder with model.safetensors.</source>
        <translation>Wählen Sie eine Checkpoint-Datei oder einen Ordner mit model.safetensors.</translation>
    </message>
    <message>
        <source>{file} is not a folder.</source>
        <translation>{file} ist kein Ordner.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>Wählen Sie einen anderen Ausgabeordner.</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation>{file} konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>Check the drive, then try again.</source>
        <translation>Prüfen Sie das Laufwerk und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Check the drive, then try again; what is finished is kept.</source>
        <translation>Prüfen Sie das Laufwerk und versuchen Sie es dann noch einmal; was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{file} is on a drive that cannot be written to.</source>
        <translation>{file} liegt auf einem Laufwerk, auf das nicht geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Choose an output folder elsewhere.</source>
        <translation>Wählen Sie einen Ausgabeordner an einem anderen Ort.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then go on: what is finished is kept.</source>
        <translation>Geben Sie Speicherplatz frei oder wählen Sie einen anderen Ordner und machen Sie dann weiter: Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The file system does not take files of this size.</source>
        <translation>Das Dateisystem nimmt keine Dateien dieser Größe an.</translation>
    </message>
    <message>
        <source>Choose a smaller shard size or another drive.</source>
        <translation>Wählen Sie eine kleinere Größe der Teile oder ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>The checkpoint was changed while it was read.</source>
        <translation>Der Checkpoint wurde während des Lesens geändert.</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it any more, then try again.</source>
        <translation>Warten Sie, bis nichts mehr hineinschreibt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The checkpoint became shorter while it was read.</source>
        <translation>Der Checkpoint wurde während des Lesens kürzer.</translation>
    </message>
    <message>
        <source>Wait until it is complete, then try again.</source>
        <translation>Warten Sie, bis er vollständig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Another Weightbridge is working on this folder.</source>
        <translation>Ein anderes Weightbridge arbeitet gerade mit diesem Ordner.</translation>
    </message>
    <message>
        <source>Wait for it, or choose another output folder.</source>
        <translation>Warten Sie, bis es fertig ist, oder wählen Sie einen anderen Ausgabeordner.</translation>
    </message>
    <message>
        <source>The output folder holds something else, and it was left alone.</source>
        <translation>Der Ausgabeordner enthält etwas anderes; es wurde nicht angetastet.</translation>
    </message>
    <message>
        <source>Choose another folder, or allow it to be replaced.</source>
        <translation>Wählen Sie einen anderen Ordner oder erlauben Sie, dass er ersetzt wird.</translation>
    </message>
    <message>
        <source>The file points to a place outside its own folder, and it was not followed.</source>
        <translation>Die Datei verweist auf einen Ort außerhalb ihres eigenen Ordners; dem wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>Fetch the checkpoint again from where it was published.</source>
        <translation>Laden Sie den Checkpoint erneut von dort herunter, wo er veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>The result would replace the checkpoint itself.</source>
        <translation>Das Ergebnis würde den Checkpoint selbst ersetzen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The download may have failed: fetch it again.</source>
        <translation>Vielleicht ist das Herunterladen fehlgeschlagen: Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>This is not a checkpoint: it looks like {kind}.</source>
        <translation>Dies ist kein Checkpoint: Es sieht aus wie {kind}.</translation>
    </message>
    <message>
        <source>Open the checkpoint itself; where this came from a download, fetch it again.</source>
        <translation>Öffnen Sie den Checkpoint selbst; wenn dies aus einem Download stammt, laden Sie ihn erneut herunter.</translation>
    </message>
    <message>
        <source>This is a TorchScript program, not a checkpoint.</source>
        <translation>Dies ist ein TorchScript-Programm, kein Checkpoint.</translation>
    </message>
    <message>
        <source>Save the model&apos;s state dict with torch.save and open that file.</source>
        <translation>Speichern Sie das State-Dict des Modells mit torch.save und öffnen Sie diese Datei.</translation>
    </message>
    <message>
        <source>This file is in PyTorch&apos;s oldest format (tar), which is not read.</source>
        <translation>Diese Datei hat das älteste Format von PyTorch (tar), das nicht gelesen wird.</translation>
    </message>
    <message>
        <source>Load it with an old PyTorch and save it again with torch.save.</source>
        <translation>Laden Sie sie mit einem alten PyTorch und speichern Sie sie neu mit torch.save.</translation>
    </message>
    <message>
        <source>This is one part of a checkpoint that was saved in shards, one for each process.</source>
        <translation>Dies ist nur ein Teil eines Checkpoints, der in Teilen gespeichert wurde, einer je Prozess.</translation>
    </message>
    <message>
        <source>Put the shards together with VISSL&apos;s tools first.</source>
        <translation>Fügen Sie die Teile zuerst mit den Werkzeugen von VISSL zusammen.</translation>
    </message>
    <message>
        <source>There are no weights in this file.</source>
        <translation>In dieser Datei sind keine Gewichte.</translation>
    </message>
    <message>
        <source>Choose the checkpoint that holds the model itself.</source>
        <translation>Wählen Sie den Checkpoint, der das Modell selbst enthält.</translation>
    </message>
    <message>
        <source>Nothing is stored under {name} in this file.</source>
        <translation>Unter {name} ist in dieser Datei nichts gespeichert.</translation>
    </message>
    <message>
        <source>Leave the path empty to search for the weights.</source>
        <translation>Lassen Sie den Pfad leer, um nach den Gewichten suchen zu lassen.</translation>
    </message>
    <message>
        <source>Several sets of weights are in this file.</source>
        <translation>In dieser Datei sind mehrere Sätze von Gewichten.</translation>
    </message>
    <message>
        <source>Use the command line and name one with --state-dict.</source>
        <translation>Verwenden Sie die Befehlszeile und nennen Sie einen davon mit --state-dict.</translation>
    </message>
    <message>
        <source>The weights are not those of a RegNet.</source>
        <translation>Die Gewichte sind nicht die eines RegNet.</translation>
    </message>
    <message>
        <source>Weightbridge converts RegNet models: VISSL and SEER, timm, torchvision.</source>
        <translation>Weightbridge wandelt RegNet-Modelle um: VISSL und SEER, timm, torchvision.</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>Die Datei endet zu früh.</translation>
    </message>
    <message>
        <source>The download is not complete: fetch it again.</source>
        <translation>Der Download ist unvollständig: Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The end of the file, where its table of contents is described, is damaged.</source>
        <translation>Das Ende der Datei, das ihr Inhaltsverzeichnis beschreibt, ist beschädigt.</translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <translation>Laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>The file&apos;s table of contents for large files is damaged.</source>
        <translation>Das Inhaltsverzeichnis der Datei für große Dateien ist beschädigt.</translation>
    </message>
    <message>
        <source>The file&apos;s table of contents does not have as many entries as it says.</source>
        <translation>Das Inhaltsverzeichnis der Datei hat nicht so viele Einträge, wie es angibt.</translation>
    </message>
    <message>
        <source>An entry of the file&apos;s table of contents is damaged ({part}).</source>
        <translation>Ein Eintrag im Inhaltsverzeichnis der Datei ist beschädigt ({part}).</translation>
    </message>
    <message>
        <source>The file describes {part} in two ways that do not agree.</source>
        <translation>Die Datei beschreibt {part} auf zwei Arten, die einander widersprechen.</translation>
    </message>
    <message>
        <source>It is damaged or made to mislead: fetch it from where it was published.</source>
        <translation>Die Datei ist beschädigt oder soll täuschen: Laden Sie sie von dort herunter, wo sie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>The file is encrypted.</source>
        <translation>Die Datei ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Unpack it with its password first.</source>
        <translation>Entpacken Sie sie zuerst mit ihrem Passwort.</translation>
    </message>
    <message>
        <source>The file was packed again with compression.</source>
        <translation>Die Datei wurde noch einmal mit Komprimierung gepackt.</translation>
    </message>
    <message>
        <source>Unpack it, and open the checkpoint that is inside.</source>
        <translation>Entpacken Sie sie und öffnen Sie den Checkpoint darin.</translation>
    </message>
    <message>
        <source>The file holds {part} twice.</source>
        <translation>Die Datei enthält {part} doppelt.</translation>
    </message>
    <message>
        <source>The file holds an entry with an impossible name.</source>
        <translation>Die Datei enthält einen Eintrag mit einem unmöglichen Namen.</translation>
    </message>
    <message>
        <source>Entries of the file lie over each other.</source>
        <translation>Einträge der Datei überlappen sich.</translation>
    </message>
    <message>
        <source>This is a zip file, but not one that torch.save wrote.</source>
        <translation>Dies ist eine ZIP-Datei, aber keine, die torch.save geschrieben hat.</translation>
    </message>
    <message>
        <source>The values of a tensor are missing from the file ({part}).</source>
        <translation>Die Werte eines Tensors fehlen in der Datei ({part}).</translation>
    </message>
    <message>
        <source>Values in the file are damaged: the checksum of {part} does not match.</source>
        <translation>Werte in der Datei sind beschädigt: Die Prüfsumme von {part} stimmt nicht.</translation>
    </message>
    <message>
        <source>The file starts like an older PyTorch checkpoint, but its structure is damaged.</source>
        <translation>Die Datei beginnt wie ein älterer PyTorch-Checkpoint, aber ihre Struktur ist beschädigt.</translation>
    </message>
    <message>
        <source>The values in this older PyTorch checkpoint are not where they should be.</source>
        <translation>Die Werte in diesem älteren PyTorch-Checkpoint sind nicht dort, wo sie sein sollten.</translation>
    </message>
    <message>
        <source>The file was written on a big-endian machine in a way that is not read.</source>
        <translation>Die Datei wurde auf einem Big-Endian-Rechner in einer Weise geschrieben, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>Save it again on an ordinary computer.</source>
        <translation>Speichern Sie sie auf einem gewöhnlichen Rechner neu.</translation>
    </message>
    <message>
        <source>The description of the tensors ends too early.</source>
        <translation>Die Beschreibung der Tensoren endet zu früh.</translation>
    </message>
    <message>
        <source>The description of the tensors holds an unknown instruction.</source>
        <translation>Die Beschreibung der Tensoren enthält eine unbekannte Anweisung.</translation>
    </message>
    <message>
        <source>Fetch the file again, or save it with torch.save.</source>
        <translation>Laden Sie die Datei erneut herunter oder speichern Sie sie mit torch.save.</translation>
    </message>
    <message>
        <source>The description of the tensors does not fit together.</source>
        <translation>Die Beschreibung der Tensoren passt nicht zusammen.</translation>
    </message>
    <message>
        <source>The description of the tensors refers to something that is not there.</source>
        <translation>Die Beschreibung der Tensoren verweist auf etwas, das nicht vorhanden ist.</translation>
    </message>
    <message>
        <source>The description of the tensors changes something that cannot be changed.</source>
        <translation>Die Beschreibung der Tensoren ändert etwas, das sich nicht ändern lässt.</translation>
    </message>
    <message>
        <source>The description of the tensors holds an impossible value.</source>
        <translation>Die Beschreibung der Tensoren enthält einen unmöglichen Wert.</translation>
    </message>
    <message>
        <source>A tensor in the file refers to its values in an unknown way.</source>
        <translation>Ein Tensor in der Datei verweist auf unbekannte Weise auf seine Werte.</translation>
    </message>
    <message>
        <source>Save the checkpoint again with torch.save.</source>
        <translation>Speichern Sie den Checkpoint neu mit torch.save.</translation>
    </message>
    <message>
        <source>Something follows after the description of the tensors.</source>
        <translation>Auf die Beschreibung der Tensoren folgt noch etwas.</translation>
    </message>
    <message>
        <source>This file asks Python to run {name}. Nothing was run; it is not a plain checkpoint, so it is not converted.</source>
        <translation>Diese Datei verlangt, dass Python {name} ausführt. Es wurde nichts ausgeführt; sie ist kein einfacher Checkpoint und wird daher nicht umgewandelt.</translation>
    </message>
    <message>
        <source>Ask its author for a file that holds only weights.</source>
        <translation>Bitten Sie den Autor um eine Datei, die nur Gewichte enthält.</translation>
    </message>
    <message>
        <source>The tensor {key} reaches outside of its stored values.</source>
        <translation>Der Tensor {key} reicht über seine gespeicherten Werte hinaus.</translation>
    </message>
    <message>
        <source>It is damaged or made to do harm: fetch it from where it was published.</source>
        <translation>Die Datei ist beschädigt oder soll Schaden anrichten: Laden Sie sie von dort herunter, wo sie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>The tensor {key} has far more values than are stored in the file.</source>
        <translation>Der Tensor {key} hat weit mehr Werte, als in der Datei gespeichert sind.</translation>
    </message>
    <message>
        <source>Save the checkpoint again with contiguous tensors.</source>
        <translation>Speichern Sie den Checkpoint neu mit zusammenhängenden Tensoren.</translation>
    </message>
    <message>
        <source>The tensor {key} has a type that a model folder cannot hold.</source>
        <translation>Der Tensor {key} hat einen Typ, den ein Modellordner nicht enthalten kann.</translation>
    </message>
    <message>
        <source>Convert it with PyTorch first (quantized and sparse tensors are not supported).</source>
        <translation>Wandeln Sie ihn zuerst mit PyTorch um (quantisierte und dünn besetzte Tensoren werden nicht unterstützt).</translation>
    </message>
    <message>
        <source>A tensor in the file has no usable name.</source>
        <translation>Ein Tensor in der Datei hat keinen brauchbaren Namen.</translation>
    </message>
    <message>
        <source>Save the checkpoint again with plain names.</source>
        <translation>Speichern Sie den Checkpoint neu mit einfachen Namen.</translation>
    </message>
    <message>
        <source>A part of this checkpoint is missing or damaged ({file}).</source>
        <translation>Ein Teil dieses Checkpoints fehlt oder ist beschädigt ({file}).</translation>
    </message>
    <message>
        <source>Put the file and its folder of layers side by side, complete.</source>
        <translation>Legen Sie die Datei und ihren Ordner mit den Schichten vollständig nebeneinander ab.</translation>
    </message>
    <message>
        <source>The safetensors file gives its header a length that cannot be.</source>
        <translation>Die safetensors-Datei gibt für ihren Kopf eine unmögliche Länge an.</translation>
    </message>
    <message>
        <source>The header of the safetensors file is damaged.</source>
        <translation>Der Kopf der safetensors-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The safetensors file describes the tensor {key} in an impossible way.</source>
        <translation>Die safetensors-Datei beschreibt den Tensor {key} auf unmögliche Weise.</translation>
    </message>
    <message>
        <source>The tensors of the safetensors file leave gaps or lie over each other.</source>
        <translation>Zwischen den Tensoren der safetensors-Datei sind Lücken, oder sie überlappen sich.</translation>
    </message>
    <message>
        <source>The safetensors file names {key} twice.</source>
        <translation>Die safetensors-Datei nennt {key} doppelt.</translation>
    </message>
    <message>
        <source>The index of the safetensors files does not match the files beside it.</source>
        <translation>Der Index der safetensors-Dateien passt nicht zu den Dateien daneben.</translation>
    </message>
    <message>
        <source>Fetch the whole folder again.</source>
        <translation>Laden Sie den ganzen Ordner erneut herunter.</translation>
    </message>
    <message>
        <source>The key-map file cannot be used ({part}).</source>
        <translation>Die Datei mit der Schlüsselzuordnung kann nicht verwendet werden ({part}).</translation>
    </message>
    <message>
        <source>Correct it, or save a new one from the table.</source>
        <translation>Korrigieren Sie sie oder speichern Sie aus der Tabelle eine neue.</translation>
    </message>
    <message>
        <source>Some keys have no place yet, so nothing can be converted.</source>
        <translation>Einige Schlüssel haben noch keinen Platz, daher kann nichts umgewandelt werden.</translation>
    </message>
    <message>
        <source>The shapes in the file do not make a RegNet ({part}: {found} instead of {expected}).</source>
        <translation>Die Formen in der Datei ergeben kein RegNet ({part}: {found} statt {expected}).</translation>
    </message>
    <message>
        <source>The file may be damaged or of a changed network.</source>
        <translation>Die Datei ist vielleicht beschädigt oder gehört zu einem veränderten Netz.</translation>
    </message>
    <message>
        <source>The file of labels cannot be used.</source>
        <translation>Die Datei mit den Klassennamen kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>It must hold one label a line, or a JSON object from number to label.</source>
        <translation>Sie muss einen Klassennamen je Zeile enthalten oder ein JSON-Objekt, das Nummern Klassennamen zuordnet.</translation>
    </message>
    <message>
        <source>The {found} labels do not fit the classifier ({expected} classes).</source>
        <translation>Die {found} Klassennamen passen nicht zum Klassifikator ({expected} Klassen).</translation>
    </message>
    <message>
        <source>Use a file with one label for each class.</source>
        <translation>Verwenden Sie eine Datei mit einem Namen für jede Klasse.</translation>
    </message>
    <message>
        <source>Not enough space on {path}: {needed:bytes} needed, {free:bytes} free.</source>
        <translation>Zu wenig Platz auf {path}: {needed:bytes} nötig, {free:bytes} frei.</translation>
    </message>
    <message>
        <source>Choose another output folder, a smaller type, or free some space and check again.</source>
        <translation>Wählen Sie einen anderen Ausgabeordner oder einen kleineren Typ, oder geben Sie Speicherplatz frei, und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Not enough memory: {needed:bytes} needed, {free:bytes} free.</source>
        <translation>Zu wenig Arbeitsspeicher: {needed:bytes} nötig, {free:bytes} frei.</translation>
    </message>
    <message>
        <source>Close other programs and check again.</source>
        <translation>Schließen Sie andere Programme und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>The notes of an earlier run in the output folder are damaged.</source>
        <translation>Die Aufzeichnungen eines früheren Laufs im Ausgabeordner sind beschädigt.</translation>
    </message>
    <message>
        <source>Choose another output folder, or allow this one to be replaced.</source>
        <translation>Wählen Sie einen anderen Ausgabeordner oder erlauben Sie, dass dieser ersetzt wird.</translation>
    </message>
    <message>
        <source>The result is not what it should be ({part}).</source>
        <translation>Das Ergebnis ist nicht so, wie es sein sollte ({part}).</translation>
    </message>
    <message>
        <source>Do not use it. Check the drive, and convert once more.</source>
        <translation>Verwenden Sie es nicht. Prüfen Sie das Laufwerk und wandeln Sie noch einmal um.</translation>
    </message>
    <message>
        <source>The two networks do not compute the same; they part in {part}.</source>
        <translation>Die beiden Netze berechnen nicht dasselbe; sie weichen ab {part} voneinander ab.</translation>
    </message>
    <message>
        <source>The result is not the model of the checkpoint: convert it again, and check the folder against its checkpoint.</source>
        <translation>Das Ergebnis ist nicht das Modell des Checkpoints: Wandeln Sie es noch einmal um und prüfen Sie den Ordner gegen seinen Checkpoint.</translation>
    </message>
    <message>
        <source>Tracing could not pair the modules of the two networks.</source>
        <translation>Beim Tracing ließen sich die Module der beiden Netze nicht paaren.</translation>
    </message>
    <message>
        <source>The networks are not of one structure; report it with the details below.</source>
        <translation>Die Netze haben nicht dieselbe Struktur; melden Sie es mit den Details unten.</translation>
    </message>
    <message>
        <source>Tracing and rules lead to different places.</source>
        <translation>Tracing und Regeln führen zu verschiedenen Plätzen.</translation>
    </message>
    <message>
        <source>Look again at the rows that you changed; if there are none, report it with the details below.</source>
        <translation>Sehen Sie sich die von Ihnen geänderten Zeilen noch einmal an; wenn es keine gibt, melden Sie es mit den Details unten.</translation>
    </message>
    <message>
        <source>The picture {file} cannot be used.</source>
        <translation>Das Bild {file} kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Choose another PNG, JPEG or WebP file.</source>
        <translation>Wählen Sie eine andere PNG-, JPEG- oder WebP-Datei.</translation>
    </message>
    <message>
        <source>Comparing outputs needs weightbridge-torch, which is not installed.</source>
        <translation>Das Vergleichen der Ausgaben braucht weightbridge-torch, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Install the package weightbridge-torch, which brings LibTorch.</source>
        <translation>Installieren Sie das Paket weightbridge-torch, das LibTorch mitbringt.</translation>
    </message>
    <message>
        <source>weightbridge-torch is version {found}, but this program needs version {expected}.</source>
        <translation>weightbridge-torch hat die Version {found}, aber dieses Programm braucht die Version {expected}.</translation>
    </message>
    <message>
        <source>Install weightbridge and weightbridge-torch in the same version.</source>
        <translation>Installieren Sie weightbridge und weightbridge-torch in derselben Version.</translation>
    </message>
    <message>
        <source>weightbridge-torch ended without a result.</source>
        <translation>weightbridge-torch endete ohne Ergebnis.</translation>
    </message>
    <message>
        <source>weightbridge-torch was killed, most likely because memory ran out.</source>
        <translation>weightbridge-torch wurde zwangsweise beendet, höchstwahrscheinlich weil der Arbeitsspeicher nicht reichte.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller picture, and try again.</source>
        <translation>Schließen Sie andere Programme oder wählen Sie ein kleineres Bild und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{name} cannot be used as an address ({problem}).</source>
        <translation>{name} kann nicht als Adresse verwendet werden ({problem}).</translation>
    </message>
    <message>
        <source>Give the file&apos;s own address, beginning with https:// or hf://.</source>
        <translation>Geben Sie die Adresse der Datei selbst an, beginnend mit https:// oder hf://.</translation>
    </message>
    <message>
        <source>The connection to {host} failed ({problem}).</source>
        <translation>{host}: Die Verbindung ist fehlgeschlagen ({problem}).</translation>
    </message>
    <message>
        <source>Check the network, then try again; it goes on from there ({kept:bytes} kept).</source>
        <translation>Prüfen Sie das Netzwerk und versuchen Sie es dann noch einmal; es geht an derselben Stelle weiter ({kept:bytes} erhalten).</translation>
    </message>
    <message>
        <source>It is not certain that this is {host} ({problem}).</source>
        <translation>Es ist nicht sicher, dass dies {host} ist ({problem}).</translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock and certificates, then try again; nothing was sent or taken ({kept:bytes} kept).</source>
        <translation>Prüfen Sie Uhr und Zertifikate dieses Rechners und versuchen Sie es dann noch einmal; es wurde nichts gesendet oder angenommen ({kept:bytes} erhalten).</translation>
    </message>
    <message>
        <source>The proxy on the way to {host} does not let through ({problem}).</source>
        <translation>{host}: Der Proxy auf dem Weg dorthin lässt nichts durch ({problem}).</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s settings (https_proxy), then try again ({kept:bytes} kept).</source>
        <translation>Prüfen Sie die Einstellungen des Proxys (https_proxy) und versuchen Sie es dann noch einmal ({kept:bytes} erhalten).</translation>
    </message>
    <message>
        <source>{host} does not send the file: it answered {found} ({problem}).</source>
        <translation>{host} sendet die Datei nicht: Die Antwort war {found} ({problem}).</translation>
    </message>
    <message>
        <source>Check the address, or try again later ({kept:bytes} kept).</source>
        <translation>Prüfen Sie die Adresse oder versuchen Sie es später noch einmal ({kept:bytes} erhalten).</translation>
    </message>
    <message>
        <source>{host} points to another address, which was not followed ({problem}).</source>
        <translation>{host} verweist auf eine andere Adresse, der nicht gefolgt wurde ({problem}).</translation>
    </message>
    <message>
        <source>Give the file&apos;s own address, from where it was published.</source>
        <translation>Geben Sie die Adresse der Datei selbst an, von dort, wo sie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>What {host} sent is not what was asked for ({problem}).</source>
        <translation>Was {host} gesendet hat, ist nicht das, was verlangt war ({problem}).</translation>
    </message>
    <message>
        <source>Check that the address is that of the file itself, then try again ({kept:bytes} kept).</source>
        <translation>Prüfen Sie, ob die Adresse die der Datei selbst ist, und versuchen Sie es dann noch einmal ({kept:bytes} erhalten).</translation>
    </message>
    <message>
        <source>{host} sends files only as a whole, so this one cannot be looked into online.</source>
        <translation>{host} sendet Dateien nur als Ganzes, daher lässt sich diese nicht online einsehen.</translation>
    </message>
    <message>
        <source>Download it: what it holds is shown then.</source>
        <translation>Laden Sie sie herunter: Ihr Inhalt wird dann angezeigt.</translation>
    </message>
    <message>
        <source>The server&apos;s file changed since this download began ({problem}).</source>
        <translation>Die Datei des Servers hat sich seit Beginn dieses Downloads geändert ({problem}).</translation>
    </message>
    <message>
        <source>Try again to begin with the new file: the bytes of the old one ({kept:bytes}) cannot be gone on with.</source>
        <translation>Versuchen Sie es noch einmal, um mit der neuen Datei zu beginnen: Die Bytes der alten ({kept:bytes}) lassen sich nicht fortsetzen.</translation>
    </message>
    <message>
        <source>The network is switched off for this program, so {host} was not asked.</source>
        <translation>Das Netzwerk ist für dieses Programm ausgeschaltet, daher wurde {host} nicht gefragt.</translation>
    </message>
    <message>
        <source>Start it without HF_HUB_OFFLINE and TRANSFORMERS_OFFLINE to use the network.</source>
        <translation>Starten Sie es ohne HF_HUB_OFFLINE und TRANSFORMERS_OFFLINE, um das Netzwerk zu verwenden.</translation>
    </message>
    <message>
        <source>{host} does not give you this file ({problem}).</source>
        <translation>{host} gibt Ihnen diese Datei nicht ({problem}).</translation>
    </message>
    <message>
        <source>Accept its terms on its page, and log in with hf auth login or set HF_TOKEN; then try again.</source>
        <translation>Akzeptieren Sie die Bedingungen auf der Seite der Datei und melden Sie sich mit hf auth login an oder setzen Sie HF_TOKEN; versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a repository ({problem}).</source>
        <translation>{name} kann nicht der Name eines Repositorys sein ({problem}).</translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;: owner/name, each part at most 96 characters.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern, &apos;-&apos;, &apos;_&apos; und &apos;.&apos;: Besitzer/Name, jeder Teil höchstens 96 Zeichen.</translation>
    </message>
    <message>
        <source>The licence of these weights is not accepted yet ({name}) ({problem}).</source>
        <translation>Die Lizenz dieser Gewichte ist noch nicht akzeptiert ({name}) ({problem}).</translation>
    </message>
    <message>
        <source>Read or choose it on the Publish page, then tick its box; nothing was sent.</source>
        <translation>Lesen oder wählen Sie sie auf der Seite „Veröffentlichen“ und setzen Sie dann das Häkchen dafür; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The repository {name} is not as it was checked or asked for ({problem}).</source>
        <translation>Das Repository {name} ist nicht so, wie es geprüft oder verlangt wurde ({problem}).</translation>
    </message>
    <message>
        <source>Check again to see what is there now, then publish; it goes on from there ({kept:bytes} kept).</source>
        <translation>Prüfen Sie erneut, um zu sehen, was jetzt vorhanden ist, und veröffentlichen Sie dann; es geht an derselben Stelle weiter ({kept:bytes} erhalten).</translation>
    </message>
    <message>
        <source>{host} refuses this ({problem}) (its answer: {reason}).</source>
        <translation>{host} lehnt dies ab ({problem}) (die Antwort: {reason}).</translation>
    </message>
    <message>
        <source>Change what it says, then check again; it goes on from there ({kept:bytes} kept).</source>
        <translation>Ändern Sie, was in der Antwort beanstandet wird, und prüfen Sie dann erneut; es geht an derselben Stelle weiter ({kept:bytes} erhalten).</translation>
    </message>
    <message>
        <source>The keychain of this desktop cannot be used ({problem}).</source>
        <translation>Der Schlüsselbund dieses Desktops kann nicht verwendet werden ({problem}).</translation>
    </message>
    <message>
        <source>Unlock it and try again, or set HF_TOKEN before starting the program.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es noch einmal, oder setzen Sie HF_TOKEN, bevor Sie das Programm starten.</translation>
    </message>
    <message>
        <source>The downloaded file is not the published one: its checksum is another.</source>
        <translation>Die heruntergeladene Datei ist nicht die veröffentlichte: Ihre Prüfsumme ist eine andere.</translation>
    </message>
    <message>
        <source>Do not use it. Remove it ({path}) and download it again; where that does not help, tell its publisher.</source>
        <translation>Verwenden Sie sie nicht. Löschen Sie sie ({path}) und laden Sie sie erneut herunter; wenn das nicht hilft, informieren Sie den Herausgeber.</translation>
    </message>
    <message>
        <source>This version of Weightbridge cannot do that yet.</source>
        <translation>Diese Version von Weightbridge kann das noch nicht.</translation>
    </message>
    <message>
        <source>Look for a newer version.</source>
        <translation>Suchen Sie nach einer neueren Version.</translation>
    </message>
    <message>
        <source>Some of the models could not be converted.</source>
        <translation>Einige der Modelle konnten nicht umgewandelt werden.</translation>
    </message>
    <message>
        <source>Look at each of them for the reason.</source>
        <translation>Den Grund finden Sie bei jedem einzelnen davon.</translation>
    </message>
    <message>
        <source>none is stated</source>
        <translation>keine ist angegeben</translation>
    </message>
    <message>
        <source>{file} is not the same as the other.</source>
        <translation>{file} und das andere Modell sind nicht gleich.</translation>
    </message>
    <message>
        <source>The list says which tensors differ, and how.</source>
        <translation>Die Liste zeigt, welche Tensoren sich unterscheiden und wie.</translation>
    </message>
    <message>
        <source>F8 goes to the next of these rows; Alt+Return accepts what is suggested there, F2 chooses another place.</source>
        <translation>F8 geht zur nächsten dieser Zeilen; Alt+Return nimmt an, was dort vorgeschlagen wird, F2 wählt eine andere Stelle.</translation>
    </message>
    <message>
        <source>it was not stored, for it may hold a signature</source>
        <translation>wurde nicht gespeichert, da sie eine Signatur enthalten kann</translation>
    </message>
</context>
<context>
    <name>wb::ui::FileViewer</name>
    <message numerus="yes">
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n Tensor</numerusform>
            <numerusform>%n Tensoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tensor(s)</source>
        <translation>
            <numerusform>%1: %n Tensor</numerusform>
            <numerusform>%1: %n Tensoren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of weights</source>
        <translation>%1 Gewichte</translation>
    </message>
    <message>
        <source>only the beginning, %1, is shown</source>
        <translation>nur der Anfang, %1, wird angezeigt</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Copy all of the file that is shown</source>
        <translation>Alles kopieren, was von der Datei angezeigt wird</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>Tensors of the file</source>
        <translation>Tensoren der Datei</translation>
    </message>
    <message>
        <source>Choose a file to see what is in it.</source>
        <translation>Wählen Sie eine Datei aus, um ihren Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>This is no text.</source>
        <translation>Dies ist kein Text.</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>wb::ui::FilesPane</name>
    <message>
        <source>Files of the result</source>
        <translation>Dateien des Ergebnisses</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ordner öff&amp;nen</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy SHA-&amp;256</source>
        <translation>SHA-&amp;256 kopieren</translation>
    </message>
    <message>
        <source>&amp;Verify again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>Choose a file to see what is in it.</source>
        <translation>Wählen Sie eine Datei aus, um ihren Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>A link, which is not followed: %1</source>
        <translation>Eine Verknüpfung, der nicht gefolgt wird: %1</translation>
    </message>
    <message>
        <source>This is no file, and it is not opened.</source>
        <translation>Dies ist keine Datei und wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
</context>
<context>
    <name>wb::ui::FolderModel</name>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>index of the weights</source>
        <translation>Index der Gewichte</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>image processor</source>
        <translation>Bildprozessor</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>report of the conversion</source>
        <translation>Bericht der Umwandlung</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>link to %1</source>
        <translation>Verknüpfung mit %1</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
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
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>Skalar</translation>
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
    <name>wb::ui::GuideDialog</name>
    <message>
        <source>Weightbridge help</source>
        <translation>Hilfe zu Weightbridge</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>1 Source</source>
        <translation>1 Quelle</translation>
    </message>
    <message>
        <source>Open a checkpoint, drop it on the window, paste its address, or pick a published model on the left. Only what describes the tensors is read, and nothing in the file is executed.</source>
        <translation>Öffnen Sie einen Checkpoint, ziehen Sie ihn auf das Fenster, fügen Sie seine Adresse ein oder wählen Sie links ein veröffentlichtes Modell. Gelesen wird nur, was die Tensoren beschreibt, und nichts in der Datei wird ausgeführt.</translation>
    </message>
    <message>
        <source>2 Map</source>
        <translation>2 Zuordnen</translation>
    </message>
    <message>
        <source>Every key of the file and the key of the model that it becomes. The buttons above the table count each status and show those rows alone. F8 goes to the next problem: a key without a place, or a place without a key.</source>
        <translation>Jeder Schlüssel der Datei und der Schlüssel des Modells, zu dem er wird. Die Schaltflächen über der Tabelle zählen jeden Status und zeigen nur dessen Zeilen. F8 springt zum nächsten Problem: einem Schlüssel ohne Platz oder einem Platz ohne Schlüssel.</translation>
    </message>
    <message>
        <source>3 Convert</source>
        <translation>3 Umwandeln</translation>
    </message>
    <message>
        <source>Choose the output folder and the format. Conversion copies bytes under new names in constant memory. It can be paused, and goes on where it stopped, after a power cut too.</source>
        <translation>Wählen Sie Ausgabeordner und Format. Beim Umwandeln werden Bytes unter neuen Namen kopiert, bei gleichbleibendem Speicherbedarf. Es lässt sich anhalten und geht dort weiter, wo es stehen blieb, auch nach einem Stromausfall.</translation>
    </message>
    <message>
        <source>4 Verify</source>
        <translation>4 Prüfen</translation>
    </message>
    <message>
        <source>Each byte written is read again and compared. With the helper weightbridge-torch both networks are run on the same input as well, and their outputs compared layer by layer.</source>
        <translation>Jedes geschriebene Byte wird noch einmal gelesen und verglichen. Mit dem Hilfsprogramm weightbridge-torch werden außerdem beide Netze mit derselben Eingabe ausgeführt und ihre Ausgaben Schicht für Schicht verglichen.</translation>
    </message>
    <message>
        <source>5 Publish</source>
        <translation>5 Veröffentlichen</translation>
    </message>
    <message>
        <source>Name the repository, read the model card, check, then send. Nothing is sent before you say so, and all of it becomes visible by one commit.</source>
        <translation>Benennen Sie das Repository, lesen Sie die Modellkarte, prüfen Sie, und senden Sie dann. Ohne Ihre Zustimmung wird nichts gesendet, und alles wird mit einem einzigen Commit sichtbar.</translation>
    </message>
    <message>
        <source>First time here?</source>
        <translation>Zum ersten Mal hier?</translation>
    </message>
    <message>
        <source>The demo in this menu makes a small checkpoint with one wrong key, and needs no network.</source>
        <translation>Die Demo in diesem Menü erstellt einen kleinen Checkpoint mit einem falschen Schlüssel und braucht kein Netzwerk.</translation>
    </message>
</context>
<context>
    <name>wb::ui::HelpMenu</name>
    <message>
        <source>About Weightbridge</source>
        <translation>Über Weightbridge</translation>
    </message>
    <message>
        <source>Weightbridge %1 carries RegNet checkpoints across to Hugging Face model folders.</source>
        <translation>Weightbridge %1 überträgt RegNet-Checkpoints in Hugging-Face-Modellordner.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>wb::ui::HistogramChart</name>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>wb::ui::Inspection</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Open instead</source>
        <translation>Stattdessen ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Compare with %1</source>
        <translation>Mit %1 &amp;vergleichen</translation>
    </message>
</context>
<context>
    <name>wb::ui::JobNotices</name>
    <message>
        <source>It is done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>The file is here. Look at its keys, then convert it.</source>
        <translation>Die Datei ist da. Sehen Sie sich ihre Schlüssel an und wandeln Sie sie dann um.</translation>
    </message>
    <message>
        <source>It is published.</source>
        <translation>Das Modell ist veröffentlicht.</translation>
    </message>
    <message>
        <source>It is converted and proved.</source>
        <translation>Das Modell ist umgewandelt und nachgewiesen.</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>%1 needs a decision</source>
        <translation>%1 braucht eine Entscheidung</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>wb::ui::JobPage</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>Dur&amp;chsuchen…</translation>
    </message>
    <message>
        <source>&amp;Replace what the folder holds</source>
        <translation>&amp;Vorhandenen Ordnerinhalt ersetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <source>&amp;Output folder</source>
        <translation>Ausgabe&amp;ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
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
        <translation>beide</translation>
    </message>
    <message>
        <source>Type of the numbers</source>
        <translation>Typ der Zahlen</translation>
    </message>
    <message>
        <source>type as in the file</source>
        <translation>Typ wie in der Datei</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed and time left</source>
        <translation>Geschwindigkeit und Restzeit</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Convert while downloading</source>
        <translation>Beim Herunterladen umwandeln</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>%1 % · %2 of %3</source>
        <translation>%1 % · %2 von %3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Asking %1 what the file holds…</source>
        <translation>%1 wird nach dem Inhalt der Datei gefragt…</translation>
    </message>
    <message>
        <source>Reading what the file holds…</source>
        <translation>Inhalt der Datei wird gelesen…</translation>
    </message>
    <message>
        <source>Not ready to convert.</source>
        <translation>Noch nicht bereit zum Umwandeln.</translation>
    </message>
    <message>
        <source>Checking what an earlier run has written…</source>
        <translation>Ergebnisse eines früheren Laufs werden geprüft…</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>Wird umgewandelt…</translation>
    </message>
    <message>
        <source>Converting %1</source>
        <translation>%1 wird umgewandelt</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Comparing outputs…</source>
        <translation>Ausgaben werden verglichen…</translation>
    </message>
    <message>
        <source>Comparing outputs: %1</source>
        <translation>Ausgaben werden verglichen: %1</translation>
    </message>
    <message>
        <source>Paused: %1 are kept, Resume goes on from there.</source>
        <translation>Pausiert: %1 bleiben erhalten, „Fortsetzen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>Cancelled: %1 are kept, Download goes on from there.</source>
        <translation>Abgebrochen: %1 bleiben erhalten, „Herunterladen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>Cancelled: %1 are kept in the output folder, Convert goes on from there.</source>
        <translation>Abgebrochen: %1 bleiben im Ausgabeordner erhalten, „Umwandeln“ macht dort weiter.</translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>Fertig in %1.</translation>
    </message>
    <message>
        <source>Ready to download.</source>
        <translation>Bereit zum Herunterladen.</translation>
    </message>
    <message>
        <source>Stopped by an error.</source>
        <translation>Durch einen Fehler angehalten.</translation>
    </message>
    <message>
        <source>Ready to download the file and to convert %1.</source>
        <translation>Bereit, die Datei herunterzuladen und %1 umzuwandeln.</translation>
    </message>
    <message>
        <source>Ready to convert %1 while they come.</source>
        <translation>Bereit, %1 beim Herunterladen umzuwandeln.</translation>
    </message>
    <message>
        <source>Ready to convert %1.</source>
        <translation>Bereit, %1 umzuwandeln.</translation>
    </message>
    <message>
        <source>Waiting. %1</source>
        <translation>Wartet. %1</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft…</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>%1 wird heruntergeladen</translation>
    </message>
    <message>
        <source>Needs %1 of disk (%2 free), %3 memory</source>
        <translation>Benötigt %1 Speicherplatz (%2 frei), %3 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen…</translation>
    </message>
    <message>
        <source>Convert %1</source>
        <translation>%1 umwandeln</translation>
    </message>
    <message>
        <source>Largest weight file</source>
        <translation>Größte Gewichtsdatei</translation>
    </message>
    <message>
        <source>The weights are split into files of at most this size. The Hub prefers files below 20 GB.</source>
        <translation>Die Gewichte werden auf Dateien von höchstens dieser Größe verteilt. Der Hub bevorzugt Dateien unter 20 GB.</translation>
    </message>
    <message>
        <source>one weight file</source>
        <translation>eine Gewichtsdatei</translation>
    </message>
    <message>
        <source>files of %1</source>
        <translation>Dateien zu %1</translation>
    </message>
    <message>
        <source>about %1 at the speed of the last conversion here</source>
        <extracomment>how long a conversion may take, such as &quot;2 min&quot;</extracomment>
        <translation>etwa %1 bei der Geschwindigkeit der letzten Umwandlung hier</translation>
    </message>
</context>
<context>
    <name>wb::ui::JobRow</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Check what is kept</source>
        <translation>Vorhandenes prüfen</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Compare values</source>
        <translation>Werte vergleichen</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Tracing</translation>
    </message>
    <message>
        <source>Compare outputs</source>
        <translation>Ausgaben vergleichen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>%1 %, %2</source>
        <extracomment>share of a step that is done, then its bytes: 57 %, 19.9 GB of 34.9 GB</extracomment>
        <translation>%1 %, %2</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Wait for the network, next try in %1</source>
        <translation>Wartet auf das Netzwerk, nächster Versuch in %1</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <extracomment>step of a job, then which file of how many: Convert 3 of 7</extracomment>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>What is finished is kept: it can be gone on with.</source>
        <translation>Das Fertige bleibt erhalten: Es lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 (in the window)</source>
        <translation>%1 (im Fenster)</translation>
    </message>
</context>
<context>
    <name>wb::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No jobs. Add what the window shows with Ctrl+Shift+Return, or drop several files at once.</source>
        <translation>Keine Aufträge. Fügen Sie mit Strg+Umschalt+Return hinzu, was das Fenster zeigt, oder ziehen Sie mehrere Dateien auf einmal hierher.</translation>
    </message>
    <message>
        <source>memory: %1</source>
        <translation>Speicher: %1</translation>
    </message>
    <message>
        <source>now: %1 · memory: %2</source>
        <extracomment>the tensor at hand, then the memory that the program takes</extracomment>
        <translation>jetzt: %1 · Speicher: %2</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapActions</name>
    <message>
        <source>&amp;Export the key map…</source>
        <translation>Schlüsselzuordnung e&amp;xportieren…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n Zeile in %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy cells with &amp;headers</source>
        <translation>Zellen &amp;mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Copy the rows &amp;shown as</source>
        <translation>An&amp;gezeigte Zeilen kopieren als</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;Markdown table</source>
        <translation>&amp;Markdown-Tabelle</translation>
    </message>
    <message>
        <source>&amp;Python dict</source>
        <translation>&amp;Python-Dict</translation>
    </message>
    <message>
        <source>Key map by &amp;stage and block</source>
        <translation>&amp;Schlüsselzuordnung nach Stufe und Block</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Export the rows shown</source>
        <translation>Angezeigte Zeilen exportieren</translation>
    </message>
    <message>
        <source>Export the key map</source>
        <translation>Schlüsselzuordnung exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Key map as JSON (*.keymap.json)</source>
        <translation>Schlüsselzuordnung als JSON (*.keymap.json)</translation>
    </message>
    <message>
        <source>Markdown table (*.md)</source>
        <translation>Markdown-Tabelle (*.md)</translation>
    </message>
    <message>
        <source>Python dict (*.py)</source>
        <translation>Python-Dict (*.py)</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapEditor</name>
    <message>
        <source>The model has no key %1.</source>
        <translation>Das Modell hat keinen Schlüssel %1.</translation>
    </message>
    <message>
        <source>send %1 to %2</source>
        <translation>%1 zu %2 zuordnen</translation>
    </message>
    <message>
        <source>swap %1 and %2</source>
        <translation>%1 und %2 tauschen</translation>
    </message>
    <message>
        <source>drop %1</source>
        <translation>%1 auslassen</translation>
    </message>
    <message numerus="yes">
        <source>drop %n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel auslassen</numerusform>
            <numerusform>%n Schlüssel auslassen</numerusform>
        </translation>
    </message>
    <message>
        <source>reset %1 to its rule</source>
        <translation>%1 auf die Regel zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>reset %n key(s) to their rules</source>
        <translation>
            <numerusform>%n Schlüssel auf seine Regel zurücksetzen</numerusform>
            <numerusform>%n Schlüssel auf ihre Regeln zurücksetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>clear all edits</source>
        <translation>alle Änderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapFiles</name>
    <message>
        <source>load %1</source>
        <translation>%1 laden</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapFilter</name>
    <message>
        <source>The regular expression takes too long on these keys. Write it more simply.</source>
        <translation>Der reguläre Ausdruck braucht bei diesen Schlüsseln zu lange. Schreiben Sie ihn einfacher.</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapModel</name>
    <message>
        <source>stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Perhaps %1 (%2)</source>
        <translation>Vielleicht %1 (%2)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation>Schlüssel in der Datei</translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation>Schlüssel im Modellordner</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What becomes of the key</source>
        <translation>Was aus dem Schlüssel wird</translation>
    </message>
    <message>
        <source>The key as it stands in the checkpoint</source>
        <translation>Der Schlüssel, wie er im Checkpoint steht</translation>
    </message>
    <message>
        <source>Where its tensor goes</source>
        <translation>Wohin sein Tensor kommt</translation>
    </message>
    <message>
        <source>Of the tensor in the file; where there is none, of the place in the model</source>
        <translation>Des Tensors in der Datei; wo keiner ist, des Platzes im Modell</translation>
    </message>
    <message>
        <source>Element type of the tensor in the file</source>
        <translation>Elementtyp des Tensors in der Datei</translation>
    </message>
    <message>
        <source>Of the tensor in the file</source>
        <translation>Des Tensors in der Datei</translation>
    </message>
    <message>
        <source>Part of the network, by the key in the model folder</source>
        <translation>Teil des Netzes, nach dem Schlüssel im Modellordner</translation>
    </message>
    <message>
        <source>What is wrong, or the rule that placed the key and what it captured</source>
        <translation>Was nicht stimmt, oder die Regel, die dem Schlüssel seinen Platz gab, und was sie erfasst hat</translation>
    </message>
    <message>
        <source>Shape in the model</source>
        <translation>Form im Modell</translation>
    </message>
    <message>
        <source>What the place in the model asks for</source>
        <translation>Was der Platz im Modell verlangt</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Name of the rule that decided</source>
        <translation>Name der Regel, die entschieden hat</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Least of the finite values</source>
        <translation>Kleinster der endlichen Werte</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Largest of the finite values</source>
        <translation>Größter der endlichen Werte</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Of the finite values</source>
        <translation>Der endlichen Werte</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>Std</translation>
    </message>
    <message>
        <source>Standard deviation of the finite values (of the population)</source>
        <translation>Standardabweichung der endlichen Werte (der Grundgesamtheit)</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>How many values are zero</source>
        <translation>Wie viele Werte null sind</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>How many values are no number</source>
        <translation>Wie viele Werte keine Zahl sind</translation>
    </message>
    <message>
        <source>Inf</source>
        <translation>Inf</translation>
    </message>
    <message>
        <source>How many values are infinite</source>
        <translation>Wie viele Werte unendlich sind</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapPage</name>
    <message>
        <source>Filter keys</source>
        <translation>Schlüssel filtern</translation>
    </message>
    <message>
        <source>Filter keys: words, &quot;exact key&quot;, /regular expression/, stage:3, bytes:&gt;1G</source>
        <translation>Schlüssel filtern: Wörter, &quot;genauer Schlüssel&quot;, /regulärer Ausdruck/, stage:3, bytes:&gt;1G</translation>
    </message>
    <message>
        <source>What the filter box understands</source>
        <translation>Was das Filterfeld versteht</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), %1</source>
        <translation>
            <numerusform>%n Zeile, %1</numerusform>
            <numerusform>%n Zeilen, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %n row(s), %1</source>
        <translation>
            <numerusform>%2 von %n Zeile, %1</numerusform>
            <numerusform>%2 von %n Zeilen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>No problems in the rows shown.</source>
        <translation>Keine Probleme in den angezeigten Zeilen.</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapQuery</name>
    <message>
        <source>The closing / is missing.</source>
        <translation>Der schließende / fehlt.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>Something must follow the exclamation mark.</source>
        <translation>Nach dem Ausrufezeichen muss etwas folgen.</translation>
    </message>
    <message>
        <source>A value must follow “%1:”.</source>
        <translation>Nach „%1:“ muss ein Wert folgen.</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
    </message>
    <message>
        <source>In the regular expression: %1.</source>
        <translation>Im regulären Ausdruck: %1.</translation>
    </message>
    <message>
        <source>A shape is written as 28280x3x*, with a number or * for each dimension.</source>
        <translation>Eine Form schreibt man als 28280x3x*, mit einer Zahl oder * für jede Dimension.</translation>
    </message>
    <message>
        <source>There is no such element type. The types are named as in safetensors: f32, f16, bf16, i64.</source>
        <translation>Diesen Elementtyp gibt es nicht. Die Typen heißen wie in safetensors: f32, f16, bf16, i64.</translation>
    </message>
    <message>
        <source>A size is written as &gt;1G, &lt;=500k, 1M..2G or 4Mi.</source>
        <translation>Eine Größe schreibt man als &gt;1G, &lt;=500k, 1M..2G oder 4Mi.</translation>
    </message>
    <message>
        <source>A stage is a number from 1, stem or head.</source>
        <translation>Eine Stufe ist eine Zahl ab 1, stem oder head.</translation>
    </message>
    <message>
        <source>A status is mapped, edited, dropped, unmapped, missing, mismatched or problem.</source>
        <translation>Ein Status ist mapped, edited, dropped, unmapped, missing, mismatched oder problem.</translation>
    </message>
    <message>
        <source>There is no field “%1”. The fields are source, dest, shape, dtype, bytes, stage, status and rule.</source>
        <translation>Es gibt kein Feld „%1“. Die Felder sind source, dest, shape, dtype, bytes, stage, status und rule.</translation>
    </message>
    <message>
        <source>Only source and dest take a regular expression.</source>
        <translation>Nur source und dest nehmen einen regulären Ausdruck an.</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyMapTree</name>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Without a place in the model</source>
        <translation>Ohne Platz im Modell</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Tensors in the stage or block</source>
        <translation>Tensoren in der Stufe oder im Block</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyTable</name>
    <message>
        <source>Key map</source>
        <translation>Schlüsselzuordnung</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeyTree</name>
    <message>
        <source>Key map by stage and block</source>
        <translation>Schlüsselzuordnung nach Stufe und Block</translation>
    </message>
</context>
<context>
    <name>wb::ui::KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>wb::ui::LogModel</name>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>wb::ui::LogPage</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>all jobs</source>
        <translation>alle Aufträge</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Co&amp;py lines</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the chosen lines, or all that are shown</source>
        <translation>Kopiert die ausgewählten Zeilen oder alle angezeigten</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Level from</source>
        <translation>Ab Sch&amp;weregrad</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>Auftra&amp;g</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
</context>
<context>
    <name>wb::ui::MainWindow</name>
    <message>
        <source>Key map</source>
        <translation>Schlüsselzuordnung</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>A download or a conversion is running.</source>
        <translation>Ein Download oder eine Umwandlung läuft.</translation>
    </message>
    <message>
        <source>Pause or cancel it before you open another file.</source>
        <translation>Pausieren Sie den Vorgang oder brechen Sie ihn ab, bevor Sie eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>Choose the output folder</source>
        <translation>Ausgabeordner auswählen</translation>
    </message>
    <message>
        <source>Choose the folder in which the file is kept</source>
        <translation>Ordner auswählen, in dem die Datei gespeichert wird</translation>
    </message>
    <message>
        <source>No program here opens folders.</source>
        <translation>Hier ist kein Programm vorhanden, das Ordner öffnet.</translation>
    </message>
    <message>
        <source>The result is in %1.</source>
        <translation>Das Ergebnis liegt in %1.</translation>
    </message>
    <message>
        <source>Looking into %1 online…</source>
        <translation>%1 wird online untersucht…</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Weightbridge</source>
        <translation>Weightbridge</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Weightbridge ended unexpectedly last time. What was written by then can be gone on with.</source>
        <translation>Weightbridge wurde beim letzten Mal unerwartet beendet. Was bis dahin geschrieben wurde, lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>A report of it is in %1. It was sent nowhere; please attach it when you report the fault.</source>
        <translation>Ein Bericht darüber liegt in %1. Er wurde nirgendwohin gesendet; bitte fügen Sie ihn bei, wenn Sie den Fehler melden.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>%1[*] – Weightbridge</source>
        <translation>%1[*] – Weightbridge</translation>
    </message>
    <message>
        <source>No program here opens this file.</source>
        <translation>Hier ist kein Programm vorhanden, das diese Datei öffnet.</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>Die Datei ist %1.</translation>
    </message>
    <message>
        <source>%1 was open last, and is not there now.</source>
        <translation>%1 war zuletzt geöffnet und ist jetzt nicht vorhanden.</translation>
    </message>
    <message>
        <source>Open it where it is, or something else.</source>
        <translation>Öffnen Sie es dort, wo es jetzt liegt, oder etwas anderes.</translation>
    </message>
</context>
<context>
    <name>wb::ui::MapDialogs</name>
    <message>
        <source>Key maps (*.keymap.json)</source>
        <translation>Schlüsselzuordnungen (*.keymap.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Load a key map</source>
        <translation>Schlüsselzuordnung laden</translation>
    </message>
    <message>
        <source>Save the key map</source>
        <translation>Schlüsselzuordnung speichern</translation>
    </message>
    <message>
        <source>Unsaved edits</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the edits of the key map?</source>
        <translation>Änderungen der Schlüsselzuordnung speichern?</translation>
    </message>
    <message>
        <source>Without saving they are lost when the file is closed.</source>
        <translation>Ohne Speichern gehen sie verloren, wenn die Datei geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>wb::ui::MapEditing</name>
    <message>
        <source>leave out the keys without a place</source>
        <translation>Schlüssel ohne Platz auslassen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>rule for %n key(s)</source>
        <translation>
            <numerusform>Regel für %n Schlüssel</numerusform>
            <numerusform>Regel für %n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Swap them</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>&amp;Take the place</source>
        <translation>&amp;Platz übernehmen</translation>
    </message>
    <message>
        <source>%1 is held by %2.</source>
        <translation>%1 ist durch %2 belegt.</translation>
    </message>
    <message>
        <source>Edits of this file were not saved when the program ended.</source>
        <translation>Änderungen an der Zuordnung dieser Datei waren nicht gespeichert, als das Programm endete.</translation>
    </message>
    <message>
        <source>&amp;Restore them</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>A key map was saved for this file: %1.</source>
        <translation>Für diese Datei wurde eine Schlüsselzuordnung gespeichert: %1.</translation>
    </message>
    <message>
        <source>&amp;Load it</source>
        <translation>&amp;Laden</translation>
    </message>
</context>
<context>
    <name>wb::ui::ModelCard</name>
    <message>
        <source>The card does not begin with facts between two lines &apos;---&apos;.</source>
        <translation>Die Karte beginnt nicht mit Angaben zwischen zwei Zeilen &apos;---&apos;.</translation>
    </message>
    <message>
        <source>The facts at the top have no second line &apos;---&apos;.</source>
        <translation>Den Angaben am Anfang fehlt die zweite Zeile &apos;---&apos;.</translation>
    </message>
    <message>
        <source>no colon stands behind the name of the fact.</source>
        <translation>hinter dem Namen der Angabe fehlt der Doppelpunkt.</translation>
    </message>
    <message>
        <source>a tab stands at its beginning; use spaces.</source>
        <translation>am Anfang steht ein Tabulator; verwenden Sie Leerzeichen.</translation>
    </message>
    <message>
        <source>this fact is stated twice.</source>
        <translation>diese Angabe steht zweimal da.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>wb::ui::OfferBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Schließen (Escape)</translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityChart</name>
    <message>
        <source>stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Relative error of each layer</source>
        <translation>Relativer Fehler jeder Schicht</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>Relativer Fehler</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Equal, bit for bit (0)</source>
        <translation>Bitgenau gleich (0)</translation>
    </message>
    <message>
        <source>Within the tolerance</source>
        <translation>Innerhalb der Toleranz</translation>
    </message>
    <message>
        <source>Over the tolerance</source>
        <translation>Über der Toleranz</translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityInput</name>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Durch&amp;suchen…</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>Zufallszahlen</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>Seed of the random numbers</source>
        <translation>Startwert der Zufallszahlen</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>Startwert </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>PNG, JPEG or WebP</source>
        <translation>PNG, JPEG oder WebP</translation>
    </message>
    <message>
        <source>Size of the input</source>
        <translation>Größe der Eingabe</translation>
    </message>
    <message>
        <source>automatic size</source>
        <translation>automatische Größe</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
    <message>
        <source>For random numbers the least at which every weight counts, for a picture what the model was made for.</source>
        <translation>Bei Zufallszahlen die kleinste, bei der jedes Gewicht zählt; bei einem Bild die, für die das Modell gemacht ist.</translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation>E&amp;ingabe</translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityModel</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>Relativer Fehler</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>Absoluter Fehler</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
</context>
<context>
    <name>wb::ui::ParityText</name>
    <message>
        <source>The outputs cannot be compared: in %1 a number grows beyond what float32 holds.</source>
        <translation>Die Ausgaben lassen sich nicht vergleichen: Eine Zahl übersteigt den Bereich von float32 (%1).</translation>
    </message>
    <message>
        <source>The outputs cannot be compared: %1 holds a value that is no number, in the checkpoint too (%2).</source>
        <translation>Die Ausgaben lassen sich nicht vergleichen: %1 enthält einen Wert, der keine Zahl ist, auch im Checkpoint (%2).</translation>
    </message>
    <message>
        <source>The result is damaged: %1 holds a value that is no number (%2).</source>
        <translation>Das Ergebnis ist beschädigt: %1 enthält einen Wert, der keine Zahl ist (%2).</translation>
    </message>
    <message>
        <source>The checkpoint is damaged: %1 holds a value that is no number (%2).</source>
        <translation>Der Checkpoint ist beschädigt: %1 enthält einen Wert, der keine Zahl ist (%2).</translation>
    </message>
    <message>
        <source>The two networks do not compute the same: they part in %1 (error %2, at most %3 passes).</source>
        <translation>Die beiden Netze berechnen nicht dasselbe: Sie weichen ab %1 voneinander ab (Fehler %2, zulässig höchstens %3).</translation>
    </message>
    <message>
        <source>Both networks compute the same numbers, bit for bit, in all %1 layers.</source>
        <translation>Beide Netze berechnen in allen %1 Schichten bitgenau dieselben Zahlen.</translation>
    </message>
    <message>
        <source>Both networks compute the same in all %1 layers, within the tolerance: the largest error is %2, in %3.</source>
        <translation>Beide Netze berechnen in allen %1 Schichten innerhalb der Toleranz dasselbe: Der größte Fehler ist %2 (%3).</translation>
    </message>
    <message>
        <source>Input: %1, %2 × %2 pixels.</source>
        <translation>Eingabe: %1, %2 × %2 Pixel.</translation>
    </message>
    <message>
        <source>Tolerance %1, as you said.</source>
        <translation>Toleranz %1, wie von Ihnen angegeben.</translation>
    </message>
    <message>
        <source>Tolerance %1: the result&apos;s numbers are rounded to %2, and %3 modules with weights add their roundings up.</source>
        <translation>Toleranz %1: Die Zahlen des Ergebnisses sind auf %2 gerundet, und %3 Module mit Gewichten summieren ihre Rundungen.</translation>
    </message>
    <message>
        <source>Tolerance %1: float32&apos;s rounding in sums of up to %2 products.</source>
        <translation>Toleranz %1: Rundung von float32 in Summen aus bis zu %2 Produkten.</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>over</source>
        <translation>darüber</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>within</source>
        <translation>innerhalb</translation>
    </message>
    <message>
        <source>stage %1, block %2</source>
        <translation>Stufe %1, Block %2</translation>
    </message>
    <message>
        <source>the stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>the pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>the classifier</source>
        <translation>Klassifikator</translation>
    </message>
</context>
<context>
    <name>wb::ui::PiecesMap</name>
    <message>
        <source>Parts of the file</source>
        <translation>Teile der Datei</translation>
    </message>
    <message>
        <source>%1 % there, %2 on their way</source>
        <translation>%1 % da, %2 unterwegs</translation>
    </message>
</context>
<context>
    <name>wb::ui::ProblemStrip</name>
    <message>
        <source>Where the problems are</source>
        <translation>Wo die Probleme sind</translation>
    </message>
    <message numerus="yes">
        <source>%n marked row(s) among those shown</source>
        <translation>
            <numerusform>%n markierte Zeile unter den angezeigten</numerusform>
            <numerusform>%n markierte Zeilen unter den angezeigten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more here</source>
        <translation>
            <numerusform>und %n weiteres hier</numerusform>
            <numerusform>und %n weitere hier</numerusform>
        </translation>
    </message>
    <message>
        <source>F8 or Alt+Down goes to the next problem.</source>
        <translation>F8 oder Alt+Pfeil nach unten geht zum nächsten Problem.</translation>
    </message>
</context>
<context>
    <name>wb::ui::ProgressRow</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
</context>
<context>
    <name>wb::ui::Publish</name>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>Makes the %1 repository %2.</source>
        <translation>Legt das Repository %2 an (%1).</translation>
    </message>
    <message>
        <source>%1 exists and stays %2.</source>
        <translation>%1 ist vorhanden und bleibt %2.</translation>
    </message>
    <message>
        <source>%1 exists, is %2 and becomes %3.</source>
        <translation>%1 ist vorhanden, ist %2 und wird %3.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 of %2 connections</source>
        <translation>%1 von %2 Verbindungen</translation>
    </message>
    <message>
        <source>nothing: everything was there</source>
        <translation>nichts: alles war schon da</translation>
    </message>
    <message>
        <source>%1, and %2 in an earlier run</source>
        <translation>%1, und %2 in einem früheren Lauf</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>pausiert: %1</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>angehalten: %1</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 zu senden</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>the Hub puts the files in place…</source>
        <translation>der Hub legt die Dateien ab…</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>bereits vorhanden</translation>
    </message>
    <message>
        <source>inside the commit</source>
        <translation>im Commit</translation>
    </message>
    <message>
        <source>left out by .gitignore</source>
        <translation>durch .gitignore ausgelassen</translation>
    </message>
    <message>
        <source>Every file is there already.</source>
        <translation>Alle Dateien sind bereits vorhanden.</translation>
    </message>
    <message>
        <source>Sends %1 in %2.</source>
        <translation>Sendet %1 in %2.</translation>
    </message>
    <message>
        <source>Opens a pull request of %1 against %2.</source>
        <translation>Öffnet einen Pull Request mit %1 gegen %2.</translation>
    </message>
    <message>
        <source>Commits %1 to %2.</source>
        <translation>Schreibt %1 als Commit in %2.</translation>
    </message>
    <message>
        <source>Already there: %1.</source>
        <translation>Bereits vorhanden: %1.</translation>
    </message>
    <message>
        <source>The card states the licence %1.</source>
        <translation>Die Karte nennt die Lizenz %1.</translation>
    </message>
    <message>
        <source>Publish to %1</source>
        <translation>In %1 veröffentlichen</translation>
    </message>
    <message>
        <source>Publish %1 to %2</source>
        <translation>%1 in %2 veröffentlichen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 sent (%2)</source>
        <translation>%1 zu senden (%2)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 are kept at the Hub</source>
        <translation>%1 liegen beim Hub</translation>
    </message>
    <message>
        <source>Everything was in %1 already; no commit was made.</source>
        <translation>In %1 war schon alles vorhanden; es wurde kein Commit erstellt.</translation>
    </message>
    <message>
        <source>Published in %1.</source>
        <translation>In %1 veröffentlicht.</translation>
    </message>
    <message>
        <source>Proposed to %1 as a pull request.</source>
        <translation>Als Pull Request für %1 vorgeschlagen.</translation>
    </message>
    <message>
        <source>asking the Hub…</source>
        <translation>der Hub wird gefragt…</translation>
    </message>
    <message>
        <source>The Hub</source>
        <translation>Der Hub</translation>
    </message>
    <message>
        <source>%1 sent.</source>
        <translation>%1 gesendet.</translation>
    </message>
    <message>
        <source>Paused: %1. Resume goes on from there.</source>
        <translation>Pausiert: %1. „Fortsetzen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>Not published: %1.</source>
        <translation>Nicht veröffentlicht: %1.</translation>
    </message>
    <message>
        <source>Waiting. %1</source>
        <translation>Wartet. %1</translation>
    </message>
    <message>
        <source>Checking what will be sent…</source>
        <translation>Es wird geprüft, was gesendet wird…</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>Commit wird erstellt…</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>Wird veröffentlicht…</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>%1 wird gesendet</translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishFiles</name>
    <message>
        <source>Files that will be published</source>
        <translation>Dateien, die veröffentlicht werden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Übertragung</translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishForm</name>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>As a pull re&amp;quest</source>
        <translation>Als Pull Re&amp;quest</translation>
    </message>
    <message>
        <source>&amp;I have read and accept the</source>
        <translation>&amp;Ich habe gelesen und akzeptiere:</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Repo&amp;sitory</source>
        <translation>Repo&amp;sitory</translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation>&amp;Zweig</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>Message of the commit</source>
        <translation>Nachricht des Commits</translation>
    </message>
    <message>
        <source>made from the model&apos;s name</source>
        <translation>wird aus dem Modellnamen gebildet</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>Nachrich&amp;t</translation>
    </message>
    <message>
        <source>Licence of your own weights</source>
        <translation>Lizenz Ihrer eigenen Gewichte</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>Name the repository first.</source>
        <translation>Nennen Sie zuerst das Repository.</translation>
    </message>
    <message>
        <source>The repository&apos;s name is not right yet.</source>
        <translation>Der Name des Repositorys stimmt noch nicht.</translation>
    </message>
    <message>
        <source>The branch&apos;s name is not right yet.</source>
        <translation>Der Name des Zweigs stimmt noch nicht.</translation>
    </message>
    <message>
        <source>A token is needed first.</source>
        <translation>Zuerst wird ein Token benötigt.</translation>
    </message>
    <message>
        <source>The licence&apos;s id is not right yet.</source>
        <translation>Die Lizenzkennung stimmt noch nicht.</translation>
    </message>
    <message>
        <source>Name a licence first.</source>
        <translation>Nennen Sie zuerst eine Lizenz.</translation>
    </message>
    <message>
        <source>Accept the licence first.</source>
        <translation>Akzeptieren Sie zuerst die Lizenz.</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Not a name yet: %1.</source>
        <translation>Noch kein Name: %1.</translation>
    </message>
    <message>
        <source>Without an owner it goes to the token&apos;s user.</source>
        <translation>Ohne Besitzer geht es an den Benutzer des Tokens.</translation>
    </message>
    <message>
        <source>Without an owner it goes to %1.</source>
        <translation>Ohne Besitzer geht es an %1.</translation>
    </message>
    <message>
        <source>owner/name of letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, each at most 96 long</source>
        <translation>Besitzer/Name aus Buchstaben, Ziffern, &apos;-&apos;, &apos;_&apos; und &apos;.&apos;, jeweils höchstens 96 Zeichen</translation>
    </message>
    <message>
        <source>Not the name of a branch: letters, digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; and single &apos;/&apos; between them.</source>
        <translation>Kein Zweigname: nur Buchstaben, Ziffern, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; und dazwischen einzelne &apos;/&apos;.</translation>
    </message>
    <message>
        <source>I have read and accept the %1</source>
        <translation>Ich habe gelesen und akzeptiere: %1</translation>
    </message>
    <message>
        <source>such as apache-2.0</source>
        <translation>etwa apache-2.0</translation>
    </message>
    <message>
        <source>Not an SPDX id: letters, digits, &apos;-&apos;, &apos;.&apos; and &apos;+&apos; only, such as apache-2.0.</source>
        <translation>Keine SPDX-Kennung: nur Buchstaben, Ziffern, &apos;-&apos;, &apos;.&apos; und &apos;+&apos;, etwa apache-2.0.</translation>
    </message>
    <message>
        <source>Nothing names a licence yet: write its SPDX id here, or put it into the card.</source>
        <translation>Noch ist keine Lizenz genannt: Tragen Sie hier ihre SPDX-Kennung ein oder schreiben Sie sie in die Karte.</translation>
    </message>
    <message>
        <source>Published SEER weights stay under it. For weights that you trained yourself, name your own.</source>
        <translation>Veröffentlichte SEER-Gewichte bleiben unter dieser Lizenz. Für selbst trainierte Gewichte nennen Sie Ihre eigene.</translation>
    </message>
    <message>
        <source>As the card says. For weights that you trained yourself, name another SPDX id.</source>
        <translation>Wie in der Karte. Für selbst trainierte Gewichte nennen Sie eine andere SPDX-Kennung.</translation>
    </message>
    <message>
        <source>Only right for weights that you trained yourself; it is written into the card.</source>
        <translation>Nur für selbst trainierte Gewichte richtig; sie wird in die Karte geschrieben.</translation>
    </message>
    <message>
        <source>Not one of the usual ids: the Hub may not know it.</source>
        <translation>Keine der üblichen Kennungen: Möglicherweise kennt der Hub sie nicht.</translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishPage</name>
    <message>
        <source>Chec&amp;k</source>
        <translation>Prüfe&amp;n</translation>
    </message>
    <message>
        <source>Cop&amp;y link</source>
        <translation>Lin&amp;k kopieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Paused: %1.</source>
        <translation>Pausiert: %1.</translation>
    </message>
    <message>
        <source>Resume checks once more and goes on from there.</source>
        <translation>„Fortsetzen“ prüft noch einmal und macht dort weiter.</translation>
    </message>
    <message>
        <source>This is no longer what you confirmed: look at it, then publish.</source>
        <translation>Das ist nicht mehr, was Sie bestätigt haben: Sehen Sie es an und veröffentlichen Sie dann.</translation>
    </message>
    <message>
        <source>Cancelled: %1. Publish goes on from there.</source>
        <translation>Abgebrochen: %1. „Veröffentlichen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>Asks the Hub what is there and lists what will be sent. Nothing is sent yet.</source>
        <translation>Fragt den Hub, was vorhanden ist, und listet auf, was gesendet wird. Noch wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>wb::ui::PublishStages</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>steht bevor</translation>
    </message>
    <message>
        <source>now</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>wb::ui::QueryHelp</name>
    <message>
        <source>What the filter box understands</source>
        <translation>Was das Filterfeld versteht</translation>
    </message>
    <message>
        <source>rows in which all these words occur</source>
        <translation>Zeilen, in denen alle diese Wörter vorkommen</translation>
    </message>
    <message>
        <source>rows with a cell that is exactly this</source>
        <translation>Zeilen mit einer Zelle, die genau das ist</translation>
    </message>
    <message>
        <source>rows in which the regular expression finds something</source>
        <translation>Zeilen, in denen der reguläre Ausdruck etwas findet</translation>
    </message>
    <message>
        <source>the same on one side only; also with &quot;…&quot; and /…/</source>
        <translation>dasselbe nur auf einer Seite; auch mit &quot;…&quot; und /…/</translation>
    </message>
    <message>
        <source>by dimensions: * is any, a last * is all that follow</source>
        <translation>nach Dimensionen: * ist eine beliebige, * am Ende sind alle folgenden</translation>
    </message>
    <message>
        <source>by element type</source>
        <translation>nach Elementtyp</translation>
    </message>
    <message>
        <source>by size; without a sign, sizes that round to it</source>
        <translation>nach Größe; ohne Zeichen Größen, die sich darauf runden</translation>
    </message>
    <message>
        <source>by part of the network</source>
        <translation>nach Teil des Netzes</translation>
    </message>
    <message>
        <source>by status; problem is all that must be seen to</source>
        <translation>nach Status; problem ist alles, worum man sich kümmern muss</translation>
    </message>
    <message>
        <source>by the rule that decided</source>
        <translation>nach der Regel, die entschieden hat</translation>
    </message>
    <message>
        <source>! before anything turns it round</source>
        <translation>! davor kehrt alles um</translation>
    </message>
</context>
<context>
    <name>wb::ui::QueueModel</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>heading over the time that is left</extracomment>
        <translation>Restzeit</translation>
    </message>
</context>
<context>
    <name>wb::ui::QueueStore</name>
    <message>
        <source>The queue in %1 cannot be read. It is now in %2, and a new one is begun.</source>
        <translation>Die Warteschlange in %1 lässt sich nicht lesen. Sie liegt jetzt in %2, und eine neue wird angelegt.</translation>
    </message>
</context>
<context>
    <name>wb::ui::Quitting</name>
    <message>
        <source>Quit Weightbridge</source>
        <translation>Weightbridge beenden</translation>
    </message>
    <message>
        <source>Work is not finished. Pause it and quit?</source>
        <translation>Die Arbeit ist nicht abgeschlossen. Pausieren und beenden?</translation>
    </message>
    <message>
        <source>What is done so far is kept. The next start shows the work as paused, to go on with.</source>
        <translation>Das bisher Fertige bleibt erhalten. Beim nächsten Start wird die Arbeit als pausiert angezeigt und lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>&amp;Pause and quit</source>
        <translation>&amp;Pausieren und beenden</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>&amp;Weiterarbeiten</translation>
    </message>
    <message>
        <source>Keep in &amp;tray</source>
        <translation>&amp;Im Hintergrund behalten</translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentFiles</name>
    <message>
        <source>%1 (not there, Locate…)</source>
        <translation>%1 (nicht vorhanden, Suchen…)</translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentList</name>
    <message>
        <source>Files opened last</source>
        <translation>Zuletzt geöffnete Dateien</translation>
    </message>
</context>
<context>
    <name>wb::ui::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;verwendet</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>      &amp;Locate it…</source>
        <translation>      &amp;Suchen…</translation>
    </message>
</context>
<context>
    <name>wb::ui::ReportPage</name>
    <message>
        <source>Report of the conversion</source>
        <translation>Bericht der Umwandlung</translation>
    </message>
    <message>
        <source>&amp;Save as HTML…</source>
        <translation>Als HTML &amp;speichern…</translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation>Im Bro&amp;wser öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;summary</source>
        <translation>&amp;Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>In %1 gespeichert.</translation>
    </message>
    <message>
        <source>The report could not be saved to %1: %2.</source>
        <translation>Der Bericht konnte nicht in %1 gespeichert werden: %2.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>No program here opens web pages: save the report instead.</source>
        <translation>Hier ist kein Programm vorhanden, das Webseiten öffnet: Speichern Sie den Bericht stattdessen.</translation>
    </message>
    <message>
        <source>The summary is in the clipboard.</source>
        <translation>Die Zusammenfassung ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Close &amp;report</source>
        <translation>Be&amp;richt schließen</translation>
    </message>
    <message>
        <source>Report of the job %1</source>
        <translation>Bericht des Auftrags %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::ResultPage</name>
    <message>
        <source>Report of the conversion</source>
        <translation>Bericht der Umwandlung</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Checksums of the records</source>
        <translation>Prüfsummen der Einträge</translation>
    </message>
    <message>
        <source>File structure</source>
        <translation>Dateistruktur</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Every key once</source>
        <translation>Jeder Schlüssel einmal</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>Values of the tensors</source>
        <translation>Werte der Tensoren</translation>
    </message>
    <message>
        <source>Bytes of the files</source>
        <translation>Bytes der Dateien</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Against the source</source>
        <translation>Vergleich mit der Quelle</translation>
    </message>
    <message>
        <source>Image processor</source>
        <translation>Bildprozessor</translation>
    </message>
    <message>
        <source>Converted, not verified</source>
        <translation>Umgewandelt, nicht geprüft</translation>
    </message>
    <message>
        <source>The result did not pass verification</source>
        <translation>Das Ergebnis hat die Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>%1 of %2 tensors proved</source>
        <translation>%1 von %2 Tensoren nachgewiesen</translation>
    </message>
    <message>
        <source>Checks of the result</source>
        <translation>Prüfungen des Ergebnisses</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Ordner öff&amp;nen</translation>
    </message>
    <message>
        <source>The folder already held this very result; it was checked and kept.</source>
        <translation>Der Ordner enthielt bereits genau dieses Ergebnis; es wurde geprüft und behalten.</translation>
    </message>
    <message>
        <source>The conversion went on from an earlier run.</source>
        <translation>Die Umwandlung hat einen früheren Lauf fortgesetzt.</translation>
    </message>
    <message>
        <source>Values too large for the chosen type, now infinite: %1.</source>
        <translation>Werte, die für den gewählten Typ zu groß sind und nun unendlich: %1.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>&amp;Verify again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>Verifying again… %1 %</source>
        <translation>Wird erneut geprüft… %1 %</translation>
    </message>
    <message>
        <source>&amp;Model card…</source>
        <translation>&amp;Modellkarte…</translation>
    </message>
    <message>
        <source>Read and edit the model card on the Publish page</source>
        <translation>Modellkarte auf der Seite „Veröffentlichen“ lesen und bearbeiten</translation>
    </message>
    <message>
        <source>Verifying again…</source>
        <translation>Wird erneut geprüft…</translation>
    </message>
</context>
<context>
    <name>wb::ui::RowInspector</name>
    <message>
        <source>The selected row in full</source>
        <translation>Die ausgewählte Zeile vollständig</translation>
    </message>
    <message>
        <source>Select a row to see it in full.</source>
        <translation>Wählen Sie eine Zeile aus, um sie vollständig zu sehen.</translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation>Schlüssel in der Datei</translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation>Schlüssel im Modellordner</translation>
    </message>
    <message>
        <source>Shape in the file</source>
        <translation>Form in der Datei</translation>
    </message>
    <message>
        <source>Shape in the model</source>
        <translation>Form im Modell</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>&amp;Suggestions, best first</source>
        <translation>Vor&amp;schläge, beste zuerst</translation>
    </message>
    <message>
        <source>Suggestions, best first</source>
        <translation>Vorschläge, beste zuerst</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von Ihnen</translation>
    </message>
</context>
<context>
    <name>wb::ui::RowText</name>
    <message>
        <source>another key already has this place</source>
        <translation>ein anderer Schlüssel hat diesen Platz schon</translation>
    </message>
    <message>
        <source>%1 already has this place</source>
        <translation>%1 hat diesen Platz schon</translation>
    </message>
    <message>
        <source>the model has %1 here</source>
        <translation>das Modell hat hier %1</translation>
    </message>
    <message>
        <source>one is floating, the other integer</source>
        <translation>eines ist Gleitkomma, das andere ganzzahlig</translation>
    </message>
    <message>
        <source>no rule places this key</source>
        <translation>keine Regel gibt diesem Schlüssel einen Platz</translation>
    </message>
    <message>
        <source>no rule places this key; may be %1</source>
        <translation>keine Regel gibt diesem Schlüssel einen Platz; vielleicht %1</translation>
    </message>
    <message>
        <source>nothing in the file fills this place</source>
        <translation>nichts in der Datei füllt diesen Platz</translation>
    </message>
    <message>
        <source>same shape</source>
        <translation>gleiche Form</translation>
    </message>
    <message>
        <source>same place in order, only free one</source>
        <translation>gleicher Platz in der Reihenfolge, einziger freier</translation>
    </message>
    <message>
        <source>same ending</source>
        <translation>gleiche Endung</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>eine Vermutung</translation>
    </message>
</context>
<context>
    <name>wb::ui::RuleDialog</name>
    <message>
        <source>Rows that the rule changes</source>
        <translation>Zeilen, die die Regel ändert</translation>
    </message>
    <message>
        <source>Key in the file</source>
        <translation>Schlüssel in der Datei</translation>
    </message>
    <message>
        <source>Key in the model folder</source>
        <translation>Schlüssel im Modellordner</translation>
    </message>
    <message>
        <source>Make a rule</source>
        <translation>Regel erstellen</translation>
    </message>
    <message>
        <source>Keys like</source>
        <translation>Schlüssel wie</translation>
    </message>
    <message>
        <source>go to</source>
        <translation>gehen zu</translation>
    </message>
    <message numerus="yes">
        <source>Also changes %n row(s):</source>
        <translation>
            <numerusform>Ändert auch %n Zeile:</numerusform>
            <numerusform>Ändert auch %n Zeilen:</numerusform>
        </translation>
    </message>
    <message>
        <source>No other row with a problem is like %1.</source>
        <translation>Keine andere Zeile mit einem Problem gleicht %1.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>wb::ui::Screenshot</name>
    <message>
        <source>The picture could not be saved to %1.</source>
        <translation>Das Bild konnte nicht in %1 gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>wb::ui::SettingRow</name>
    <message>
        <source>beside the checkpoint</source>
        <translation>neben dem Checkpoint</translation>
    </message>
    <message>
        <source>none; http://host:port</source>
        <translation>keiner; http://host:port</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>no limit; 5MB, 500KiB …</source>
        <translation>keine Grenze; 5MB, 500KiB …</translation>
    </message>
    <message>
        <source>given by %1 for this run</source>
        <translation>durch %1 für diesen Lauf angegeben</translation>
    </message>
    <message>
        <source>set by the environment variable %1</source>
        <translation>durch die Umgebungsvariable %1 gesetzt</translation>
    </message>
    <message>
        <source>from the settings</source>
        <translation>aus den Einstellungen</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>the default; set by the environment only</source>
        <translation>Standardwert; nur über die Umgebung einstellbar</translation>
    </message>
    <message>
        <source>Fetched sources</source>
        <translation>Geladene Quellen</translation>
    </message>
    <message>
        <source>Model folders</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>Cache of the Hub</source>
        <translation>Cache des Hubs</translation>
    </message>
    <message>
        <source>Address of the Hub</source>
        <translation>Adresse des Hubs</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Without proxy</source>
        <translation>Ohne Proxy</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Gleichzeitige Verbindungen</translation>
    </message>
    <message>
        <source>Most bytes a second</source>
        <translation>Bytes je Sekunde, höchstens</translation>
    </message>
    <message>
        <source>Type of the weights</source>
        <translation>Typ der Gewichte</translation>
    </message>
    <message>
        <source>Most bytes in a file</source>
        <translation>Bytes je Datei, höchstens</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>When a long job ends or needs you</source>
        <translation>Wenn ein langer Auftrag endet oder Sie braucht</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Auswählen: %1</translation>
    </message>
    <message>
        <source>; counts from the next start</source>
        <translation>; gilt ab dem nächsten Start</translation>
    </message>
</context>
<context>
    <name>wb::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Folders</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>&amp;Conversion</source>
        <translation>&amp;Umwandlung</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>To&amp;ken</translation>
    </message>
    <message>
        <source>The token of the Hub is only needed to publish, and for files that not everybody may read. It is kept in the keychain of this desktop and is never shown.</source>
        <translation>Das Token für den Hub wird nur zum Veröffentlichen benötigt und für Dateien, die nicht jeder lesen darf. Es wird im Schlüsselbund dieses Desktops gespeichert und nie angezeigt.</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>Log out: remove the token from the keychain</source>
        <translation>Abmelden: Token aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>Standardwerte &amp;wiederherstellen</translation>
    </message>
</context>
<context>
    <name>wb::ui::SleepInhibitor</name>
    <message>
        <source>A model is downloaded, converted or published</source>
        <translation>Ein Modell wird heruntergeladen, umgewandelt oder veröffentlicht</translation>
    </message>
</context>
<context>
    <name>wb::ui::SourcePage</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Shows what is known of the source</source>
        <translation>Zeigt, was über die Quelle bekannt ist</translation>
    </message>
</context>
<context>
    <name>wb::ui::SpeedChart</name>
    <message>
        <source>Speed over the last 2 minutes</source>
        <translation>Geschwindigkeit in den letzten 2 Minuten</translation>
    </message>
    <message>
        <source>Now %1, at most %2 in the last 2 minutes</source>
        <translation>Jetzt %1, höchstens %2 in den letzten 2 Minuten</translation>
    </message>
    <message>
        <source>2 minutes ago</source>
        <translation>vor 2 Minuten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>wb::ui::StageBytes</name>
    <message>
        <source>stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>wb::ui::StartPage</name>
    <message>
        <source>Check &amp;online</source>
        <translation>On&amp;line prüfen</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Drop a checkpoint or its address here</source>
        <translation>Checkpoint oder seine Adresse hierher ziehen</translation>
    </message>
    <message>
        <source>VISSL and SEER .torch files, timm and torchvision checkpoints, safetensors.
Or pick a model on the left to see which file to get and where its keys go.</source>
        <translation>.torch-Dateien von VISSL und SEER, Checkpoints von timm und torchvision, safetensors.
Oder wählen Sie links ein Modell, um zu sehen, welche Datei Sie brauchen und wohin ihre Schlüssel kommen.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Nothing in a checkpoint is ever executed.</source>
        <translation>Aus einem Checkpoint wird niemals etwas ausgeführt.</translation>
    </message>
    <message>
        <source>Address of a checkpoint</source>
        <translation>Adresse eines Checkpoints</translation>
    </message>
    <message>
        <source>%1 is not published yet: %2 of %3 are kept at the Hub.</source>
        <translation>%1 ist noch nicht veröffentlicht: %2 von %3 liegen beim Hub.</translation>
    </message>
    <message>
        <source>Try the &amp;demo (no network)</source>
        <translation>De&amp;mo ausprobieren (ohne Netzwerk)</translation>
    </message>
</context>
<context>
    <name>wb::ui::Status</name>
    <message>
        <source>mapped</source>
        <translation>zugeordnet</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>unmapped</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>mismatched</source>
        <translation>unpassend</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
</context>
<context>
    <name>wb::ui::StatusChips</name>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::StepStrip</name>
    <message>
        <source>to come</source>
        <translation>steht bevor</translation>
    </message>
    <message>
        <source>now</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>wb::ui::SumPane</name>
    <message>
        <source>Checking SHA-256 sums</source>
        <translation>SHA-256-Summen werden geprüft</translation>
    </message>
    <message>
        <source>Checking the sums of %1…</source>
        <translation>Die Summen aus %1 werden geprüft…</translation>
    </message>
    <message>
        <source>%1 holds no SHA-256 sums.</source>
        <translation>%1 enthält keine SHA-256-Summen.</translation>
    </message>
    <message>
        <source>A line of such a list is a sum of 64 hexadecimal digits and the name of a file. Lists larger than 64 KiB are not read.</source>
        <translation>Eine Zeile einer solchen Liste besteht aus einer Summe mit 64 hexadezimalen Ziffern und dem Namen einer Datei. Listen über 64 KiB werden nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 does not say of which file its sum is.</source>
        <translation>%1 nennt die Datei nicht, zu der die Summe gehört.</translation>
    </message>
    <message>
        <source>There is no %1 beside %2.</source>
        <translation>Neben %2 gibt es kein %1.</translation>
    </message>
    <message>
        <source>Put both into one folder, or open the file first. Nothing was checked.</source>
        <translation>Legen Sie beide in einen Ordner, oder öffnen Sie zuerst die Datei. Geprüft wurde nichts.</translation>
    </message>
    <message numerus="yes">
        <source>Not checked, as they are not there: %n file(s), first %1.</source>
        <translation>
            <numerusform>Nicht geprüft, da nicht vorhanden: %n Datei, %1.</numerusform>
            <numerusform>Nicht geprüft, da nicht vorhanden: %n Dateien, zuerst %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected: %1
Found: %2</source>
        <translation>Erwartet: %1
Gefunden: %2</translation>
    </message>
    <message>
        <source>It is damaged, or another file. Fetch it again.</source>
        <translation>Sie ist beschädigt oder eine andere Datei. Holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not match its SHA-256 sum.</source>
        <translation>%1 stimmt nicht mit ihrer SHA-256-Summe überein.</translation>
    </message>
    <message>
        <source>%1 matches its SHA-256 sum.</source>
        <translation>%1 stimmt mit ihrer SHA-256-Summe überein.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) match their SHA-256 sums.</source>
        <translation>
            <numerusform>%n Datei stimmt mit ihrer SHA-256-Summe überein.</numerusform>
            <numerusform>%n Dateien stimmen mit ihren SHA-256-Summen überein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Checking the sums was stopped.</source>
        <translation>Das Prüfen der Summen wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>wb::ui::Summary</name>
    <message>
        <source>PyTorch file (zip)</source>
        <translation>PyTorch-Datei (zip)</translation>
    </message>
    <message>
        <source>older PyTorch file</source>
        <translation>ältere PyTorch-Datei</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>VISSL slices</source>
        <translation>VISSL-Slices</translation>
    </message>
    <message>
        <source>RegNet-%1, depths %2, widths %3, group width %4</source>
        <translation>RegNet-%1, Tiefen %2, Breiten %3, Gruppenbreite %4</translation>
    </message>
    <message numerus="yes">
        <source>, %n classes</source>
        <translation>
            <numerusform>, %n Klasse</numerusform>
            <numerusform>, %n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>, no classifier</source>
        <translation>, ohne Klassifikator</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>sends parts (Range)</source>
        <translation>sendet Teile (Range)</translation>
    </message>
    <message>
        <source>sends the file only as a whole</source>
        <translation>sendet die Datei nur als Ganzes</translation>
    </message>
    <message>
        <source>no SHA-256 published</source>
        <translation>keine SHA-256 veröffentlicht</translation>
    </message>
    <message>
        <source>SHA-256 published</source>
        <translation>SHA-256 veröffentlicht</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Read so far</source>
        <translation>Bisher gelesen</translation>
    </message>
    <message>
        <source>%1 in %2 requests</source>
        <translation>%1 in %2 Anfragen</translation>
    </message>
    <message>
        <source>Tensors share their values; each gets a copy of its own: %1</source>
        <translation>Tensoren teilen sich ihre Werte; jeder erhält eine eigene Kopie: %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <translation>nicht im Katalog</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>%1 tensors, %2</source>
        <translation>%1 Tensoren, %2</translation>
    </message>
    <message>
        <source>Weights at</source>
        <translation>Gewichte unter</translation>
    </message>
    <message>
        <source>top of the file</source>
        <translation>oberste Ebene der Datei</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>objects that are not weights: %1</source>
        <translation>Objekte, die keine Gewichte sind: %1</translation>
    </message>
    <message>
        <source>%1 is %2 in the file, but %3 has %4. The file counts.</source>
        <translation>%1 ist in der Datei %2, bei %3 jedoch %4. Es gilt die Datei.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>%1 tensors, %2, %3 parameters</source>
        <translation>%1 Tensoren, %2, %3 Parameter</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Published as</source>
        <translation>Veröffentlicht als</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 in %n files</source>
        <translation>
            <numerusform>%1: %2 in %n Datei</numerusform>
            <numerusform>%1: %2 in %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Benötigt</translation>
    </message>
    <message>
        <source>%1 of disk (%2 free), %3 of memory (%4 available)</source>
        <translation>%1 Speicherplatz (%2 frei), %3 Arbeitsspeicher (%4 verfügbar)</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Source and result need %1 more than the disk has free. Converting while it downloads needs room for the result alone; BF16 halves that.</source>
        <translation>Quelle und Ergebnis brauchen %1 mehr, als auf dem Datenträger frei ist. Beim Umwandeln während des Herunterladens ist nur Platz für das Ergebnis nötig; BF16 halbiert ihn.</translation>
    </message>
    <message>
        <source>There is too little memory available now.</source>
        <translation>Derzeit ist zu wenig Arbeitsspeicher verfügbar.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%n pixels, colour</source>
        <translation>
            <numerusform>%n Pixel, Farbe</numerusform>
            <numerusform>%n Pixel, Farbe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 % of its keys are in the file</source>
        <translation>%1; %2 % seiner Schlüssel sind in der Datei</translation>
    </message>
    <message>
        <source>Time to convert</source>
        <translation>Zeit zum Umwandeln</translation>
    </message>
</context>
<context>
    <name>wb::ui::ThroughputChart</name>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Minutes ago</source>
        <translation>Minuten zuvor</translation>
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
        <translation>Fügen Sie unten eines ein, setzen Sie HF_TOKEN vor dem Start des Programms oder führen Sie weightbridge-cli login aus.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>from the keychain</source>
        <translation>aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>may only read: publishing needs one that may write</source>
        <translation>darf nur lesen: Zum Veröffentlichen ist eines mit Schreibrecht nötig</translation>
    </message>
    <message>
        <source>may write nowhere</source>
        <translation>darf nirgends schreiben</translation>
    </message>
    <message>
        <source>may write to %1</source>
        <translation>darf schreiben in %1</translation>
    </message>
    <message>
        <source>The Hub does not accept this token, and it was not kept.</source>
        <translation>Der Hub akzeptiert dieses Token nicht, und es wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The Hub does not accept the token in %1. Start the program with another one, or without it.</source>
        <translation>Der Hub akzeptiert das Token in %1 nicht. Starten Sie das Programm mit einem anderen oder ohne.</translation>
    </message>
    <message>
        <source>The Hub does not accept the token from %1. Paste another one below.</source>
        <translation>Der Hub akzeptiert das Token aus %1 nicht. Fügen Sie unten ein anderes ein.</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>dem Schlüsselbund</translation>
    </message>
    <message>
        <source>No token of the Hub was found. %1</source>
        <translation>Es wurde kein Token für den Hub gefunden. %1</translation>
    </message>
    <message>
        <source>The keychain that holds your token is locked. Unlock it, then check again.</source>
        <translation>Der Schlüsselbund mit Ihrem Token ist gesperrt. Entsperren Sie ihn und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>That is no token: it holds characters that no token has.</source>
        <translation>Das ist kein Token: Es enthält Zeichen, die kein Token hat.</translation>
    </message>
    <message>
        <source>The token was not kept. %1 %2</source>
        <translation>Das Token wurde nicht gespeichert. %1 %2</translation>
    </message>
    <message>
        <source>The Hub does not let this token publish%1.</source>
        <translation>Der Hub lässt das Veröffentlichen mit diesem Token nicht zu%1.</translation>
    </message>
    <message>
        <source>The Hub does not let this token publish in %1%2.</source>
        <translation>Der Hub lässt das Veröffentlichen in %1 mit diesem Token nicht zu%2.</translation>
    </message>
    <message>
        <source>Asking the Hub whose it is…</source>
        <translation>Der Hub wird gefragt, wem es gehört…</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>A file of the folder was changed since it was checked.</source>
        <translation>Eine Datei des Ordners wurde seit der Prüfung geändert.</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it any more, then check again.</source>
        <translation>Warten Sie, bis nichts mehr in den Ordner schreibt, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Use a token that may write there: %1</source>
        <translation>Verwenden Sie ein Token, das dort schreiben darf: %1</translation>
    </message>
</context>
<context>
    <name>wb::ui::TokenPane</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Keep in the keychain</source>
        <translation>I&amp;m Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>Check the token again</source>
        <translation>Token erneut prüfen</translation>
    </message>
    <message>
        <source>Token of the Hub</source>
        <translation>Token für den Hub</translation>
    </message>
    <message>
        <source>It goes into the keychain of this desktop and is kept nowhere else.</source>
        <translation>Es kommt in den Schlüsselbund dieses Desktops und wird nirgends sonst gespeichert.</translation>
    </message>
    <message>
        <source>hf_…</source>
        <translation>hf_…</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>Token erstellen</translation>
    </message>
</context>
<context>
    <name>wb::ui::Transfer</name>
    <message>
        <source>The name %1 cannot be looked up.</source>
        <translation>%1: Der Name lässt sich nicht auflösen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 broke the connection.</source>
        <translation>%1 hat die Verbindung abgebrochen.</translation>
    </message>
    <message>
        <source>%1 ended the connection too early.</source>
        <translation>%1 hat die Verbindung zu früh beendet.</translation>
    </message>
    <message>
        <source>%1 stopped sending.</source>
        <translation>%1 sendet nicht mehr.</translation>
    </message>
    <message>
        <source>%1 is busy and asked to wait.</source>
        <translation>%1 ist ausgelastet und bittet zu warten.</translation>
    </message>
    <message>
        <source>%1 answered with an error of its own.</source>
        <translation>%1 hat mit einem eigenen Fehler geantwortet.</translation>
    </message>
    <message>
        <source>The disk does not take what %1 sends.</source>
        <translation>%1 sendet, doch der Datenträger nimmt die Daten nicht an.</translation>
    </message>
    <message>
        <source>%1 does not send (%2).</source>
        <translation>%1 sendet nicht (%2).</translation>
    </message>
    <message>
        <source>Next try in %1:%2.</source>
        <translation>Nächster Versuch in %1:%2.</translation>
    </message>
    <message>
        <source>%1 kept.</source>
        <translation>%1 aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 are free</source>
        <translation>%1 sind frei</translation>
    </message>
    <message>
        <source>%1 are free where the file is kept, %2 where the result goes</source>
        <translation>%1 sind frei, wo die Datei gespeichert wird, %2, wo das Ergebnis hinkommt</translation>
    </message>
    <message>
        <source>Its tensors do not lie in the order of one pass, so the file has to be kept.</source>
        <translation>Die Tensoren liegen nicht in der Reihenfolge eines Durchgangs, daher muss die Datei gespeichert werden.</translation>
    </message>
    <message>
        <source>The file is kept here already: nothing is fetched again.</source>
        <translation>Die Datei ist hier schon gespeichert: Es wird nichts noch einmal geladen.</translation>
    </message>
    <message>
        <source>Part of the file is kept here already: %1 are left to fetch.</source>
        <translation>Ein Teil der Datei ist hier schon gespeichert: Noch %1 sind zu laden.</translation>
    </message>
    <message>
        <source>There is room for the result only: the file takes %1, the result %2; %3.</source>
        <translation>Der Platz reicht nur für das Ergebnis: Die Datei braucht %1, das Ergebnis %2; %3.</translation>
    </message>
    <message>
        <source>There is not enough room: the file takes %1, the result %2; %3.</source>
        <translation>Der Platz reicht nicht: Die Datei braucht %1, das Ergebnis %2; %3.</translation>
    </message>
    <message>
        <source>There is room for both: the file takes %1, the result %2; %3.</source>
        <translation>Der Platz reicht für beide: Die Datei braucht %1, das Ergebnis %2; %3.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>its SHA-256 is the published one</source>
        <translation>die SHA-256 ist die veröffentlichte</translation>
    </message>
    <message>
        <source>its SHA-256 is that of the file beside it</source>
        <translation>die SHA-256 ist die aus der Datei daneben</translation>
    </message>
    <message>
        <source>its SHA-256 begins as its name says</source>
        <translation>die SHA-256 beginnt, wie der Dateiname es angibt</translation>
    </message>
    <message>
        <source>the checksums of its records are right</source>
        <translation>die Prüfsummen der Einträge stimmen</translation>
    </message>
    <message>
        <source>nothing is published that it could be checked against</source>
        <translation>es ist nichts veröffentlicht, womit sich die Datei vergleichen ließe</translation>
    </message>
</context>
<context>
    <name>wb::ui::Tray</name>
    <message>
        <source>&amp;Show window</source>
        <translation>Fenster &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>%1: at work</source>
        <translation>%1: an der Arbeit</translation>
    </message>
</context>
<context>
    <name>wb::ui::ValuesColumns</name>
    <message>
        <source>Computing statistics:</source>
        <translation>Statistik wird berechnet:</translation>
    </message>
</context>
<context>
    <name>wb::ui::ValuesPane</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>Unendlich</translation>
    </message>
    <message>
        <source>The result holds the same values.</source>
        <translation>Das Ergebnis enthält dieselben Werte.</translation>
    </message>
    <message>
        <source>%1 values differ, by at most %2.</source>
        <translation>%1 Werte weichen ab, um höchstens %2.</translation>
    </message>
    <message>
        <source>Too large for the type, now infinite: %1.</source>
        <translation>Zu groß für den Typ, nun unendlich: %1.</translation>
    </message>
    <message>
        <source>Too small for the type, now zero: %1.</source>
        <translation>Zu klein für den Typ, nun null: %1.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To below</source>
        <translation>Bis unter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reading the values</source>
        <translation>Werte werden gelesen</translation>
    </message>
    <message>
        <source>Stop reading the values</source>
        <translation>Lesen der Werte anhalten</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message>
        <source>Look at all %1</source>
        <translation>Alle %1 ansehen</translation>
    </message>
    <message>
        <source>Statistics of the values</source>
        <translation>Statistik der Werte</translation>
    </message>
    <message>
        <source>How the values are spread</source>
        <translation>Verteilung der Werte</translation>
    </message>
    <message>
        <source>&amp;First values</source>
        <translation>E&amp;rste Werte</translation>
    </message>
    <message>
        <source>The checkpoint has no such tensor.</source>
        <translation>Der Checkpoint hat keinen solchen Tensor.</translation>
    </message>
    <message>
        <source>The values are in the checkpoint: open its file.</source>
        <translation>Die Werte liegen im Checkpoint: Öffnen Sie seine Datei.</translation>
    </message>
    <message>
        <source>The values can be looked at once the file is on this machine.</source>
        <translation>Die Werte lassen sich ansehen, sobald die Datei auf diesem Rechner ist.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This is a large tensor: it is read when you ask for it.</source>
        <translation>Dies ist ein großer Tensor: Er wird gelesen, wenn Sie es verlangen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>wb::ui::VariantModel</name>
    <message>
        <source>%1
%2 parameters in %3 tensors, %4
Licence: %5</source>
        <translation>%1
%2 Parameter in %3 Tensoren, %4
Lizenz: %5</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>%1, on this machine</source>
        <translation>%1, auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message numerus="yes">
        <source>Pictures of %n pixels</source>
        <translation>
            <numerusform>Bilder mit %n Pixel</numerusform>
            <numerusform>Bilder mit %n Pixeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>wb::ui::VariantPane</name>
    <message>
        <source>Filter models</source>
        <translation>Modelle filtern</translation>
    </message>
    <message>
        <source>Models that can be converted</source>
        <translation>Modelle, die sich umwandeln lassen</translation>
    </message>
    <message>
        <source>Kind of models</source>
        <translation>Art der Modelle</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>SEER</source>
        <translation>SEER</translation>
    </message>
    <message>
        <source>SEER, fine-tuned</source>
        <translation>SEER, feinabgestimmt</translation>
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
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Fitting the free space</source>
        <translation>Passend zum freien Platz</translation>
    </message>
</context>
<context>
    <name>wb::ui::VerifyPage</name>
    <message>
        <source>Co&amp;mpare outputs</source>
        <translation>Ausgaben ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Error of each layer</source>
        <translation>Fehler jeder Schicht</translation>
    </message>
    <message>
        <source>Best classes</source>
        <translation>Beste Klassen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source> (class %1)</source>
        <translation> (Klasse %1)</translation>
    </message>
    <message>
        <source>Both networks are running…</source>
        <translation>Beide Netze laufen…</translation>
    </message>
    <message>
        <source>Each layer is compared as soon as both have computed it.</source>
        <translation>Jede Schicht wird verglichen, sobald beide sie berechnet haben.</translation>
    </message>
    <message>
        <source>One proof more: compare what the two networks compute.</source>
        <translation>Ein weiterer Nachweis: Vergleichen Sie, was die beiden Netze berechnen.</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s network and the converted one are run on the same input, layer by layer, in little memory.</source>
        <translation>Das Netz des Checkpoints und das umgewandelte werden mit derselben Eingabe Schicht für Schicht ausgeführt, mit wenig Arbeitsspeicher.</translation>
    </message>
</context>
<context>
    <name>wb::ui::WaitingRow</name>
    <message>
        <source>&amp;Try now</source>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>wb::ui::WayPane</name>
    <message>
        <source>Check &amp;online</source>
        <translation>On&amp;line prüfen</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>Herun&amp;terladen</translation>
    </message>
    <message>
        <source>&amp;Keep the file in</source>
        <translation>Datei speichern &amp;in</translation>
    </message>
    <message>
        <source>Convert while do&amp;wnloading, without storing the file</source>
        <translation>Bei&amp;m Herunterladen umwandeln, ohne die Datei zu speichern</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Folder in which the file is kept</source>
        <translation>Ordner, in dem die Datei gespeichert wird</translation>
    </message>
    <message>
        <source>Choose the folder in which the file is kept</source>
        <translation>Ordner auswählen, in dem die Datei gespeichert wird</translation>
    </message>
    <message>
        <source>The server sends the file only as a whole, so it has to be kept.</source>
        <translation>Der Server sendet die Datei nur als Ganzes, daher muss sie gespeichert werden.</translation>
    </message>
    <message>
        <source>Published as %1, about %2.</source>
        <translation>Veröffentlicht als %1, etwa %2.</translation>
    </message>
    <message>
        <source>&amp;Download %1</source>
        <translation>%1 herun&amp;terladen</translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>&amp;Adresse öffnen…</translation>
    </message>
    <message>
        <source>&amp;Close file</source>
        <translation>Datei &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>Zellen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste address</source>
        <translation>Adresse &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Filter keys</source>
        <translation>Schlüssel &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>&amp;Vorheriges Problem</translation>
    </message>
    <message>
        <source>Model card: &amp;text or preview</source>
        <translation>Modellkarte: &amp;Text oder Vorschau</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>A&amp;uftrag</translation>
    </message>
    <message>
        <source>&amp;Convert, resume or open the result</source>
        <translation>&amp;Umwandeln, fortsetzen oder Ergebnis öffnen</translation>
    </message>
    <message>
        <source>P&amp;ublish…</source>
        <translation>&amp;Veröffentlichen…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Zuordnen</translation>
    </message>
    <message>
        <source>&amp;Convert</source>
        <translation>&amp;Umwandeln</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>Look at the file &amp;again</source>
        <translation>Datei &amp;erneut einlesen</translation>
    </message>
    <message>
        <source>Weightbridge &amp;help</source>
        <translation>&amp;Hilfe zu Weightbridge</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Try the &amp;demo (no network)</source>
        <translation>&amp;Demo ausprobieren (ohne Netzwerk)</translation>
    </message>
    <message>
        <source>&amp;About Weightbridge</source>
        <translation>Ü&amp;ber Weightbridge</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Compare with…</source>
        <translation>&amp;Vergleichen mit…</translation>
    </message>
    <message>
        <source>Compare with the &amp;result</source>
        <translation>Mit dem &amp;Ergebnis vergleichen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Eins&amp;tellungen…</translation>
    </message>
    <message>
        <source>&amp;Report of the result</source>
        <translation>&amp;Bericht zum Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Environment report</source>
        <translation>&amp;Umgebungsbericht</translation>
    </message>
    <message>
        <source>Compute &amp;statistics of all tensors</source>
        <translation>&amp;Statistik aller Tensoren berechnen</translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowJobs</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Add to &amp;queue</source>
        <translation>In die &amp;Warteschlange einreihen</translation>
    </message>
    <message>
        <source>Converts it in its turn, while the window is free for something else</source>
        <translation>Wandelt es um, wenn es an der Reihe ist; das Fenster bleibt für anderes frei</translation>
    </message>
    <message>
        <source>Add &amp;files to queue…</source>
        <translation>&amp;Dateien in die Warteschlange einreihen…</translation>
    </message>
    <message>
        <source>&amp;Jobs and log</source>
        <translation>&amp;Aufträge und Protokoll</translation>
    </message>
    <message>
        <source>C&amp;hosen job</source>
        <translation>Ge&amp;wählter Auftrag</translation>
    </message>
    <message>
        <source>Add files to the queue</source>
        <translation>Dateien in die Warteschlange einreihen</translation>
    </message>
    <message>
        <source>Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</source>
        <translation>Checkpoints (*.torch *.pth *.pt *.bin *.safetensors *.index.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>In die Warteschlange einreihen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n files to the queue?</source>
        <translation>
            <numerusform>%n Datei in die Warteschlange einreihen?</numerusform>
            <numerusform>%n Dateien in die Warteschlange einreihen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Jobs and their log</source>
        <translation>Aufträge und ihr Protokoll</translation>
    </message>
    <message>
        <source>The key map that the command needs cannot be written to %1: %2.</source>
        <translation>Die Schlüsselzuordnung, die der Befehl braucht, kann nicht nach %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>They are converted one after another, each into a folder of its own. One that fails does not stop the others.</source>
        <translation>Sie werden nacheinander umgewandelt, jede in einen eigenen Ordner. Scheitert eine, hält das die anderen nicht auf.</translation>
    </message>
</context>
<context>
    <name>wb::ui::WindowMessage</name>
    <message>
        <source>The download of %1 is not finished.</source>
        <translation>Der Download von %1 ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Its address was not stored, for it may hold a signature: paste it again to go on. What was fetched is kept.</source>
        <translation>Die Adresse wurde nicht gespeichert, da sie eine Signatur enthalten kann: Fügen Sie sie erneut ein, um fortzufahren. Das Geladene bleibt erhalten.</translation>
    </message>
    <message>
        <source>Open its address again to go on. What was fetched is kept.</source>
        <translation>Öffnen Sie die Adresse erneut, um fortzufahren. Das Geladene bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>What is finished is kept; open the file again to go on.</source>
        <translation>Das Fertige bleibt erhalten; öffnen Sie die Datei erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>This is what the catalogue knows of %1. No file is open.</source>
        <translation>Das weiß der Katalog über %1. Es ist keine Datei geöffnet.</translation>
    </message>
    <message>
        <source>Download %1 from %2 below, or open it where you have it.</source>
        <translation>Laden Sie %1 unten von %2 herunter oder öffnen Sie die Datei dort, wo sie bei Ihnen liegt.</translation>
    </message>
</context>
</TS>
