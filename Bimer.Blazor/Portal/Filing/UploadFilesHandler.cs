using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Security;
using Bimer.Blazor.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Takes the files of one post into the draft; those that are refused are named with the reason on the page that follows (S9).</summary>
public sealed class UploadFilesHandler(VisitDoor door, StreamedForm form, DraftFileBook files, RefusalText refusals)
{
    private const int MostNotices = 20;

    public async Task<Results<RedirectHttpResult, BadRequest>> HandleAsync(CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is not { MayFile: true, FiledCase: null } visit) return TypedResults.LocalRedirect(FilingSteps.Gate);

        List<string> notices = [];
        var ours = await form.ReadFilesAsync(async (name, content) =>
        {
            if (notices.Count == MostNotices) return;   // a body of empty parts must not become a draft of sentences
            if ((await files.AddAsync(visit.Id, name, content, ct)).Refusal is { } refusal)
                notices.Add($"{AttachmentName.Shown(name)}: {refusals.For(refusal)}");
        }, ct);
        if (!ours) return TypedResults.BadRequest();

        await door.ChangeAsync(v =>
        {
            v.Draft = v.Draft with { UploadNotices = notices };
            return v.FiledCase is null;
        }, ct);
        return TypedResults.LocalRedirect(FilingStep.Files.Path());
    }
}
