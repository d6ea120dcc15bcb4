using Bimer.Domain.Cases;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>By what names and words an office file tells its kind, its macros and its password.</summary>
internal static class OfficeMarks
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string MimeType = "mimetype";
    private const string Manifest = "META-INF/manifest.xml";

    // Basic/ and Scripts/ are OpenDocument's; macrosheets and dialogsheets are Excel's before VBA, which it still runs.
    private static readonly string[] MacroFolders = ["Basic/", "Scripts/", "xl/macrosheets/", "xl/dialogsheets/"];

    private static readonly (string Mark, AttachmentType Type)[] Kinds =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", AttachmentType.Docx),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", AttachmentType.Xlsx),
    ];

    /// <summary>Entries whose text is read.</summary>
    public static bool IsDescription(string name) =>
        name is MimeType || name.Equals(ContentTypes, StringComparison.OrdinalIgnoreCase) || name.Equals(Manifest, StringComparison.OrdinalIgnoreCase);

    public static bool IsMacro(string name) =>
        name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(MacroFolders, folder => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    public static bool TellsOfMacros(string description) =>
        description.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || description.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);

    public static bool TellsOfEncryption(string description) =>
        description.Contains("encryption-data", StringComparison.OrdinalIgnoreCase)
        || description.Contains("encrypted-package", StringComparison.OrdinalIgnoreCase);

    /// <summary>Exactly the media type in OpenDocument's own entry, a part's content type in the other family.</summary>
    public static AttachmentType? TypeOf(string name, string description)
    {
        if (name is MimeType)
        {
            return new AttachmentType?[] { AttachmentType.Odt, AttachmentType.Ods }
                .FirstOrDefault(type => string.Equals(type!.Value.MediaType(), description, StringComparison.Ordinal));
        }
        return name.Equals(ContentTypes, StringComparison.OrdinalIgnoreCase)
            ? Kinds.Where(kind => description.Contains(kind.Mark, StringComparison.Ordinal)).Select(kind => (AttachmentType?)kind.Type).FirstOrDefault()
            : null;
    }
}
