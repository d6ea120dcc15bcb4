using System.IO.Compression;
using System.Text;

namespace Bimer.Tests.Persistence.Files;

/// <summary>Makes documents, sound and film as small as their kinds allow, and archives that lie.</summary>
internal static class Documents
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private const string Cells = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Pdf => Bytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    public static byte[] Docx(params (string Name, byte[] Content)[] extra) =>
        Zip([("[Content_Types].xml", Bytes($"<Types><Override ContentType=\"{WordType}\"/></Types>")), ("word/document.xml", Bytes("<w:document/>")), .. extra]);

    /// <summary>A Word document whose entries are not compressed, so that their bytes can be found and moved.</summary>
    public static byte[] StoredDocx(params (string Name, byte[] Content)[] extra) =>
        Zip(CompressionLevel.NoCompression, [("[Content_Types].xml", Bytes($"<Types><Override ContentType=\"{WordType}\"/></Types>")), .. extra]);

    public static byte[] Xlsx(params (string Name, byte[] Content)[] extra) =>
        Zip([("[Content_Types].xml", Bytes($"<Types><Override ContentType=\"{ExcelType}\"/></Types>")), ("xl/workbook.xml", Bytes("<workbook/>")), .. extra]);

    /// <summary>A Word document that says one word, whole enough for an office program.</summary>
    public static byte[] Letter => Whole(
        "word/document.xml", WordType, "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Ek</w:t></w:r></w:p></w:body></w:document>");

    /// <summary>An Excel sheet with one number, whole enough for an office program.</summary>
    public static byte[] Sheet => Whole(
        "xl/workbook.xml", ExcelType, $"<workbook xmlns=\"{Cells}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>",
        ("xl/_rels/workbook.xml.rels", Bytes(Relation("s", "worksheet", "s.xml"))),
        ("xl/s.xml", Bytes($"<worksheet xmlns=\"{Cells}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>")));

    public static byte[] OpenDocument(string type, params (string Name, byte[] Content)[] extra) =>
        Zip([("mimetype", Bytes("application/vnd.oasis.opendocument." + type)), ("content.xml", Bytes("<office/>")), .. extra]);

    /// <summary>A letter that shows a picture from wherever it is said to lie.</summary>
    public static byte[] LetterWithPicture(string place)
    {
        const string names = "urn:oasis:names:tc:opendocument:xmlns:";
        return Zip(
            ("mimetype", Bytes("application/vnd.oasis.opendocument.text")),
            ("META-INF/manifest.xml", Bytes($"""
                <manifest:manifest xmlns:manifest="{names}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
                """)),
            ("content.xml", Bytes($"""
                <o:document-content xmlns:o="{names}office:1.0" xmlns:t="{names}text:1.0" xmlns:d="{names}drawing:1.0" xmlns:s="{names}svg-compatible:1.0" xmlns:x="http://www.w3.org/1999/xlink" o:version="1.2">
                <o:body><o:text><t:p>Ek<d:frame t:anchor-type="as-char" s:width="9cm" s:height="9cm"><d:image x:href="{place}" x:type="simple"/></d:frame></t:p></o:text></o:body></o:document-content>
                """)));
    }

    private static byte[] Whole(string main, string type, string content, params (string Name, byte[] Content)[] parts) => Zip(
    [
        ("[Content_Types].xml", Bytes($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/{main}\" ContentType=\"{type}\"/></Types>")),
        ("_rels/.rels", Bytes(Relation("m", "officeDocument", main))), (main, Bytes(content)), .. parts,
    ]);

    private static string Relation(string id, string kind, string target) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"{id}\" Type=\"{Relations}/{kind}\" Target=\"{target}\"/></Relationships>";

    public static byte[] Zip(params (string Name, byte[] Content)[] entries) => Zip(CompressionLevel.Optimal, entries);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }
        return packed.ToArray();
    }

    /// <summary>Two MPEG-1 layer III frames of 128 kbit/s at 44.1 kHz, after an ID3 tag when asked for.</summary>
    public static byte[] Mp3(bool tagged = false)
    {
        byte[] frame = [0xFF, 0xFB, 0x90, 0x00, .. new byte[413]];
        byte[] tag = tagged ? [.. "ID3"u8, 4, 0, 0, 0, 0, 1, 0, .. new byte[128]] : [];
        return [.. tag, .. frame, .. frame];
    }

    public static byte[] Mp4(string brand = "isom") => [.. Box("ftyp", Bytes(brand + "\0\0\0\0isom")), .. Box("moov", new byte[8]), .. Box("mdat", new byte[32])];

    public static byte[] Box(string type, byte[] data) => [0, 0, (byte)((data.Length + 8) >> 8), (byte)(data.Length + 8), .. Bytes(type), .. data];

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>Changes every occurrence of one run of bytes, in place.</summary>
    public static byte[] With(byte[] bytes, ReadOnlySpan<byte> mark, int offset, byte value)
    {
        var changed = bytes.ToArray();
        for (var at = changed.AsSpan().IndexOf(mark); at >= 0;)
        {
            changed[at + offset] = value;
            var next = changed.AsSpan(at + mark.Length).IndexOf(mark);
            at = next < 0 ? -1 : at + mark.Length + next;
        }
        return changed;
    }
}
