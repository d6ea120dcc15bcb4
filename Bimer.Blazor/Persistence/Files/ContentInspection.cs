using Bimer.Blazor.Persistence.Files.Inspection;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>Decides whether a file may lie with a case: name and content have to say the same, and the content has to be harmless to open.</summary>
public sealed class ContentInspection(AttachmentLimits limits)
{
    /// <param name="originalName">As the sender called it; only its extension is looked at.</param>
    /// <param name="content">Seekable; read from any place, not disposed. Whatever its size, the memory used is bounded by <see cref="AttachmentLimits.MaxFileBytes"/>.</param>
    /// <returns>The kind of the file, or a refusal of the <c>Attachment…</c> family.</returns>
    public Outcome<AttachmentType> Inspect(string originalName, Stream content)
    {
        ArgumentNullException.ThrowIfNull(originalName);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0) return new Refusal.AttachmentEmpty();
        if (content.Length > limits.MaxFileBytes) return new Refusal.AttachmentTooLarge(limits.MaxFileBytes);

        var extension = AttachmentName.ExtensionOf(originalName);
        if (AttachmentTypes.OfExtension(extension) is not { } claimed) return new Refusal.AttachmentTypeNotAllowed(extension);

        var reader = new ContentReader(content);
        var refusal = InspectFamily(claimed, TypeDetection.FamilyOf(reader), reader);
        return refusal is null ? claimed : refusal;
    }

    private Refusal? InspectFamily(AttachmentType claimed, ContentFamily family, ContentReader content)
    {
        var office = claimed is AttachmentType.Docx or AttachmentType.Xlsx or AttachmentType.Odt or AttachmentType.Ods;
        if (office && family == ContentFamily.Zip) return new OfficeInspection(claimed, new UnpackingBudget(limits, content.Length)).Inspect(content);

        // With a password, Word and Excel wrap the zip in the old container.
        if (office && family == ContentFamily.OleCompound) return new Refusal.AttachmentEncrypted(claimed);
        if (claimed == AttachmentType.Text && family == ContentFamily.Unknown) return new Refusal.AttachmentIsNotText();

        var detected = TypeDetection.TypeOf(family);
        if (detected != claimed) return new Refusal.AttachmentIsSomethingElse(claimed, detected);
        return HiddenContent.EndsLikeAZip(content) ? new Refusal.AttachmentHidesAnotherFile(claimed) : InspectContent(claimed, content);
    }

    private Refusal? InspectContent(AttachmentType type, ContentReader content) => type switch
    {
        AttachmentType.Pdf => PdfInspection.Inspect(content),
        AttachmentType.Jpeg => PictureInspection.InspectJpeg(content.ReadUpTo(0, int.MaxValue), limits.MaxPixels),
        AttachmentType.Png => PictureInspection.InspectPng(content.ReadUpTo(0, int.MaxValue), limits.MaxPixels),
        AttachmentType.Tiff => new TiffInspection(content, limits.MaxPixels).Inspect(),
        AttachmentType.Text => TextInspection.Inspect(content),
        AttachmentType.Mp3 => Mp3Inspection.Inspect(content),
        AttachmentType.Mp4 => Mp4Inspection.Inspect(content),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };
}
