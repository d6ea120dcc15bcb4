using Bimer.Blazor.Persistence.Files;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>What a page tells about the limits of uploads.</summary>
/// <param name="One">The most bytes of one file.</param>
/// <param name="Together">The most bytes of all.</param>
public sealed record FileLimits(int Files, long One, long Together);

/// <summary>The files of the visit that asks; nobody else's can be listed or removed.</summary>
public sealed class DraftFiles(VisitDoor door, DraftFileBook book, AttachmentLimits limits)
{
    public FileLimits Limits => new(limits.MaxFiles, limits.MaxFileBytes, limits.MaxTotalBytes);

    public async Task<IReadOnlyList<DraftFileView>> ListAsync(CancellationToken ct) =>
        await door.VisitAsync(ct) is { } visit ? await book.ListAsync(visit.Id, ct) : [];

    /// <summary>Names of those that nobody could open if the sender stayed hidden.</summary>
    public async Task<IReadOnlyList<string>> ClosedAsync(CancellationToken ct) =>
        await door.VisitAsync(ct) is { Draft.HideIdentity: true } visit ? await book.ClosedAsync(visit.Id, ct) : [];

    public async Task RemoveAsync(Guid file, CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is { FiledCase: null } visit) await book.RemoveAsync(visit.Id, file, ct);
    }
}
