namespace Bimer.Domain.Cases;

/// <summary>The kinds of file that may lie with a case (ek türleri), as found in the content, never as claimed by a name.</summary>
public enum AttachmentType
{
    /// <summary>Portable document (.pdf).</summary>
    Pdf = 1,

    /// <summary>Photograph (.jpg, .jpeg).</summary>
    Jpeg = 2,

    /// <summary>Picture (.png).</summary>
    Png = 3,

    /// <summary>Scan or fax (.tif, .tiff).</summary>
    Tiff = 4,

    /// <summary>Plain text (.txt), UTF-8 or Windows-1254.</summary>
    Text = 5,

    /// <summary>Word document without macros (.docx).</summary>
    Docx = 6,

    /// <summary>Excel workbook without macros (.xlsx).</summary>
    Xlsx = 7,

    /// <summary>OpenDocument text (.odt).</summary>
    Odt = 8,

    /// <summary>OpenDocument spreadsheet (.ods).</summary>
    Ods = 9,

    /// <summary>Sound (.mp3).</summary>
    Mp3 = 10,

    /// <summary>Film (.mp4).</summary>
    Mp4 = 11,
}

/// <summary>The names a kind of file goes by.</summary>
public static class AttachmentTypes
{
    /// <summary>The extension without a dot, as the product writes it: "jpg", never "jpeg".</summary>
    public static string Extension(this AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "pdf",
        AttachmentType.Jpeg => "jpg",
        AttachmentType.Png => "png",
        AttachmentType.Tiff => "tiff",
        AttachmentType.Text => "txt",
        AttachmentType.Docx => "docx",
        AttachmentType.Xlsx => "xlsx",
        AttachmentType.Odt => "odt",
        AttachmentType.Ods => "ods",
        AttachmentType.Mp3 => "mp3",
        AttachmentType.Mp4 => "mp4",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    /// <summary>The media type a download is served with; always together with <c>nosniff</c> and as an attachment.</summary>
    public static string MediaType(this AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "application/pdf",
        AttachmentType.Jpeg => "image/jpeg",
        AttachmentType.Png => "image/png",
        AttachmentType.Tiff => "image/tiff",
        AttachmentType.Text => "text/plain",
        AttachmentType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        AttachmentType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        AttachmentType.Odt => "application/vnd.oasis.opendocument.text",
        AttachmentType.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        AttachmentType.Mp3 => "audio/mpeg",
        AttachmentType.Mp4 => "video/mp4",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    /// <summary>Every extension that is taken, without a dot, the second names of a kind included.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Enum.GetValues<AttachmentType>().Select(type => type.Extension()), "jpeg", "tif"];

    /// <summary>The kind that is served with this media type; one that was never taken is a bug.</summary>
    public static AttachmentType OfMediaType(string mediaType) =>
        Enum.GetValues<AttachmentType>().First(type => string.Equals(type.MediaType(), mediaType, StringComparison.Ordinal));

    /// <summary>The kind an extension claims, or null when it is not on the list. Compared ordinal: ".PİNG" and ".TİFF" are on no list.</summary>
    public static AttachmentType? OfExtension(string extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return extension.ToLowerInvariant() switch
        {
            "jpeg" => AttachmentType.Jpeg,
            "tif" => AttachmentType.Tiff,
            var other => Enum.GetValues<AttachmentType>().Cast<AttachmentType?>()
                .FirstOrDefault(type => string.Equals(type!.Value.Extension(), other, StringComparison.Ordinal)),
        };
    }
}
