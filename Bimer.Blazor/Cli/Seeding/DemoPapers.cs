using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Search;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Lays papers with some of the demo's petitions, through the same door as a citizen's: inspected, cleaned, sealed.</summary>
public sealed class DemoPapers(AttachmentIntake intake, SearchWriter search)
{
    /// <returns>The rows of the papers, and what the search finds of the case with them.</returns>
    internal async Task<IReadOnlyList<object>> OfAsync(DemoPetition petition, CaseFile caseFile, CancellationToken ct)
    {
        List<Attachment> laid = [];
        foreach (var paper in DemoPaper.With(petition)) laid.Add(await TakeAsync(paper, caseFile, laid.Count + 1, ct));
        return [.. laid, search.Of(caseFile, caseFile.Petition!.Text, laid)];
    }

    private async Task<Attachment> TakeAsync(DemoPaper paper, CaseFile caseFile, int ordinal, CancellationToken ct)
    {
        using var content = new MemoryStream(paper.Content, writable: false);
        var taken = await intake.TakeAsync(paper.Name, content, keepOriginal: false, ct);
        if (taken.Value is not { } file) throw new InvalidOperationException($"The paper {paper.Name} of the demo was refused: {taken.Refusal}");

        var name = caseFile.Concealment == IdentityConcealment.None ? file.DisplayName : AttachmentName.Neutral(ordinal, file.Type);
        var facts = new AttachmentFacts(name, file.Type.MediaType(), file.Served.Length, file.Served.Sha256);
        return new Attachment(new AttachmentId(file.Served.Id.Value), caseFile.Id, null, ordinal, facts);
    }
}
