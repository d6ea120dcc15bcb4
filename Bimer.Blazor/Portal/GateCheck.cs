using System.Security.Cryptography;
using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Registers;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Portal;

/// <summary>What the gate found out about a visitor whose code was right.</summary>
public enum GateVerdict
{
    Passed,

    /// <summary>Something does not fit; nobody learns what.</summary>
    Refused,

    /// <summary>The register gives no answer, so nothing is known.</summary>
    RegisterDown,
}

/// <summary>Compares what a visitor claimed: a person with the register, the phone of a case with the vault.</summary>
public sealed class GateCheck(IdentityDesk desk, IdentityVault vault, IDbContextFactory<BimerDbContext> dbFactory)
{
    private const string Service = "KisiSorgulaTCKimlikNo";

    /// <summary>The verdict, and the visitor as verified when it is <see cref="GateVerdict.Passed"/>.</summary>
    public Task<(GateVerdict Verdict, VisitIdentity Identity)> DecideAsync(Visit visit, CancellationToken ct) =>
        visit.AskedCase is { } asked ? ByCaseAsync(visit.Identity, asked, ct) : ByPersonAsync(visit, ct);

    private async Task<(GateVerdict, VisitIdentity)> ByPersonAsync(Visit visit, CancellationToken ct)
    {
        var claimed = visit.Identity;
        if (claimed.Letters is not { } letters || NationalId.Parse(claimed.NationalId).Value is not { } number) return (GateVerdict.Refused, claimed);
        var answer = await desk.AskAsync(Subject(visit.Id, "gate.person", "name,address,mother"), number, ct);
        if (answer is RegistryAnswer.Failed) return (GateVerdict.RegisterDown, claimed);
        if (answer is not RegistryAnswer.Found { Person: { Mother: { } mother } person }) return (GateVerdict.Refused, claimed);

        // Also where the name is wrong already: a refusal that came sooner would tell which of the answers was right.
        var ofMother = await desk.AskAsync(Subject(visit.Id, "gate.mother", "former-surname"), mother, ct);
        if (ofMother is RegistryAnswer.Failed) return (GateVerdict.RegisterDown, claimed);
        var maidenName = (ofMother as RegistryAnswer.Found)?.Person.FormerSurname ?? "";
        var fits = person.IsAlive & IsName(claimed, person.Name) & letters.ToHint().Compare(maidenName) != TurkishMatch.None;
        return fits ? (GateVerdict.Passed, Verified(claimed, person)) : (GateVerdict.Refused, claimed);
    }

    private async Task<(GateVerdict, VisitIdentity)> ByCaseAsync(VisitIdentity claimed, CaseId asked, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var record = await db.Cases.Where(c => c.Id == asked)
            .Join(db.SealedIdentities, c => c.Applicant, i => i.Ref, (_, identity) => identity).AsNoTracking().SingleOrDefaultAsync(ct);
        if (record is null) return (GateVerdict.Refused, claimed);

        var applicant = vault.Open(record);
        var fits = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(claimed.Mobile), Encoding.ASCII.GetBytes(applicant.Mobile));
        return fits ? (GateVerdict.Passed, claimed with { NationalId = applicant.NationalId }) : (GateVerdict.Refused, claimed);
    }

    private static bool IsName(VisitIdentity claimed, PersonName registered) =>
        PersonName.Parse(claimed.GivenName, claimed.Surname).Value is { } typed && typed.Compare(registered) != TurkishMatch.None;

    private static VisitIdentity Verified(VisitIdentity claimed, RegisteredPerson person) => claimed with
    {
        GivenName = person.Name.RevealGiven(), Surname = person.Name.RevealFamily(), RegisterAddress = person.Address, Letters = null,
    };

    private static TraceSubject Subject(Guid visit, string purpose, string fields) => new(null, null, visit, null, purpose, Service, fields);
}
