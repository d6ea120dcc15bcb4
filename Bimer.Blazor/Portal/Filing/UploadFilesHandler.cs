using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Security;
using Bimer.Blazor.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Takes the files of one post into the draft; those that are refused are named with the reason on the page that follows (S9).</summary>
public sealed class UploadFilesHandler(VisitDoor door, StreamedForm form, DraftFileBook files, RefusalText refusals, IStringLocalizer<FilingWords> words)
{
    /// <summary>Of one post. A body of empty parts must not become a draft of sentences.</summary>
    private const int MostFiles = 100;

    public async Task<Results<RedirectHttpResult, BadRequest>> HandleAsync(CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is not { MayFile: true, FiledCase: null } visit) return TypedResults.LocalRedirect(FilingSteps.GateAgain);
        if (await TakeAsync(visit, ct) is not { } notices) return TypedResults.BadRequest();

        await door.ChangeAsync(v =>
        {
            v.Draft = v.Draft with { UploadNotices = notices };
            return v.FiledCase is null;
        }, ct);
        return TypedResults.LocalRedirect(FilingStep.Files.Path());
    }

    /// <returns>Of every file that was not taken what became of it, or null when the form was not ours.</returns>
    private async Task<List<string>?> TakeAsync(Visit visit, CancellationToken ct)
    {
        List<string> notices = [];
        var (seen, firstBeyond) = (0, "");
        var ours = await form.ReadFilesAsync(async (name, content) =>
        {
            if (++seen == MostFiles + 1) firstBeyond = AttachmentName.Shown(name);
            if (seen > MostFiles) return;
            var added = await files.AddAsync(visit.Id, name, content, visit.Draft.HideIdentity, ct);
            if (added.Refusal is { } refusal) notices.Add($"{AttachmentName.Shown(name)}: {refusals.For(refusal)}");
        }, ct);
        if (seen > MostFiles) notices.Add(words["FilesBeyond", MostFiles, firstBeyond, seen - MostFiles]);
        return ours ? notices : null;
    }
}
