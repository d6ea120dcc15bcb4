using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Attachments;

/// <summary>One page as a picture.</summary>
public sealed record ViewedPage(string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>The pages of a file for whoever may look at it (S12, S50): pictures were cleaned when they came, everything else is drawn; the original never gets into a page.</summary>
public sealed class PageQuery(FileQuery files, ScannedFiles store, DrawnPages drawn)
{
    /// <returns>How many there are; <see cref="Refusal.NotFound"/>, <see cref="Refusal.AttachmentNotDrawn"/> or <see cref="Refusal.Busy"/>.</returns>
    public async Task<Outcome<int>> CountAsync(AttachmentId id, CancellationToken ct)
    {
        if (await files.LookAsync(id, ct) is not ({ } type, { } asker)) return new Refusal.NotFound();
        if (IsPicture(type)) return 1;
        var pages = await PagesAsync(id, type, asker, ct);
        return pages.Value is { } all ? all.Count : pages.Refusal!;
    }

    /// <param name="page">From 1.</param>
    /// <returns>As <see cref="CountAsync"/>; a page there is none of is not found.</returns>
    public async Task<Outcome<ViewedPage>> ReadAsync(AttachmentId id, int page, CancellationToken ct)
    {
        if (await files.LookAsync(id, ct) is not ({ } type, { } asker) || page < 1) return new Refusal.NotFound();
        if (IsPicture(type)) return page == 1 ? await PictureAsync(id, type, ct) : new Refusal.NotFound();
        var pages = await PagesAsync(id, type, asker, ct);
        if (pages.Value is not { } all) return pages.Refusal!;
        return page <= all.Count ? new ViewedPage(AttachmentType.Jpeg.MediaType(), all[page - 1]) : new Refusal.NotFound();
    }

    private static bool IsPicture(AttachmentType type) => type is AttachmentType.Jpeg or AttachmentType.Png;

    private async Task<Outcome<IReadOnlyList<ReadOnlyMemory<byte>>>> PagesAsync(AttachmentId id, AttachmentType type, UserId asker, CancellationToken ct)
    {
        if (type is AttachmentType.Mp3 or AttachmentType.Mp4) return new Refusal.AttachmentNotDrawn(type);
        if (store.WhyNotOpen(id) is { } why) return why;
        var pages = await drawn.OfAsync(new StoredFileId(id.Value), type, asker, ct);
        return await files.LookAsync(id, ct) is null ? new Refusal.NotFound() : pages;   // to draw takes a while
    }

    private async Task<Outcome<ViewedPage>> PictureAsync(AttachmentId id, AttachmentType type, CancellationToken ct)
    {
        var opened = await store.OpenAsync(id, isOwn: false, ct);
        if (opened.Value is not { } picture) return opened.Refusal!;
        await using var content = picture;
        var bytes = new byte[content.Length];   // within the limit of one upload
        await content.ReadExactlyAsync(bytes, ct);
        return new ViewedPage(type.MediaType(), bytes);
    }
}
