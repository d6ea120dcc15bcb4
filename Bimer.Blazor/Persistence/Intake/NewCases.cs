using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>Everything one recording writes, besides what the case's own events add.</summary>
internal sealed record NewCase(CaseFile CaseFile, SealedIdentity Identity, IReadOnlyList<IdentityLookup> Lookups, IReadOnlyList<Attachment> Attachments)
{
    /// <summary>Puts the case in the place of its draft's files.</summary>
    public void AddTo(BimerDbContext db, IEnumerable<DraftFile> files)
    {
        db.Add(CaseFile);
        db.Add(Identity);
        db.AddRange(Lookups);
        db.AddRange(Attachments);
        db.RemoveRange(files);
    }
}

/// <summary>
/// Puts identity, index rows and files to a case just filed, whichever way it came. What is hidden leaves no trace outside the vault:
/// no mask, no index row, no file name.
/// </summary>
public sealed class NewCases(IdentityVault vault, DraftFileNames names)
{
    internal NewCase Of(CaseFile caseFile, ApplicantIdentity identity, IEnumerable<DraftFile> files, DateTimeOffset now)
    {
        var hidden = caseFile.Concealment != IdentityConcealment.None;
        return new NewCase(
            caseFile, vault.Seal(caseFile.Applicant, identity, now),
            hidden ? [] : [.. vault.LookupsOf(caseFile.Id, identity)],
            [.. PapersOf(caseFile, files, after: 0)]);
    }

    /// <summary>The files as attachments of the petition, numbered from <paramref name="after"/> on; of a hidden applicant they have no name of their own.</summary>
    internal IEnumerable<Attachment> PapersOf(CaseFile caseFile, IEnumerable<DraftFile> files, int after) =>
        files.Select((file, index) => AttachmentOf(file, caseFile.Id, after + index + 1, caseFile.Concealment != IdentityConcealment.None));

    /// <summary>The starred name the case carries; none of a hidden applicant.</summary>
    internal static string MaskOf(ApplicantIdentity identity, bool hidden)
    {
        if (hidden) return "";
        var name = identity.Entity is { Title.Length: > 0 } entity ? entity.Title : identity.FullName;
        return name.Length > 0 ? MaskedIdentity.OfWords(name) : MaskedIdentity.Nameless;
    }

    private Attachment AttachmentOf(DraftFile file, CaseId caseId, int ordinal, bool hidden)
    {
        var type = AttachmentTypes.OfMediaType(file.ContentType);
        var name = hidden ? AttachmentName.Neutral(ordinal, type) : names.Of(file);
        return new Attachment(file.Id, caseId, null, ordinal, new AttachmentFacts(name, file.ContentType, file.Length, file.Sha256));
    }
}
