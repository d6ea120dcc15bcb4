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
/// <remarks>Whatever is wrong, the same work is done: how long an answer takes must not tell who or what exists.</remarks>
public sealed class GateCheck(IdentityDesk desk, IdentityVault vault, IDbContextFactory<BimerDbContext> dbFactory)
{
    /// <summary>Opened in the place of an applicant who does not exist; no phone is this one.</summary>
    private readonly SealedIdentity _nobody = vault.Seal(
        new ApplicantRef(Guid.NewGuid()), new ApplicantIdentity { NationalId = "00000000000", GivenName = "-", Surname = "-", Mobile = "+000000000000" }, DateTimeOffset.UnixEpoch);

    /// <summary>The verdict, and the visitor as verified when it is <see cref="GateVerdict.Passed"/>.</summary>
    public Task<(GateVerdict Verdict, VisitIdentity Identity)> DecideAsync(Visit visit, CancellationToken ct) =>
        visit.AskedCase is { } asked ? ByCaseAsync(visit.Identity, asked, ct) : ByPersonAsync(visit, ct);

    private async Task<(GateVerdict, VisitIdentity)> ByPersonAsync(Visit visit, CancellationToken ct)
    {
        var claimed = visit.Identity;
        if (claimed.Letters is not { } letters || NationalId.Parse(claimed.NationalId).Value is not { } number) return (GateVerdict.Refused, claimed);
        var answer = await desk.AskAsync(Subject(visit.Id, "gate.person", "name,address,mother"), number, ct);
        if (answer is RegistryAnswer.Failed) return (GateVerdict.RegisterDown, claimed);
        var person = (answer as RegistryAnswer.Found)?.Person;

        // Also where the name is wrong already or nobody has the number, which is then asked a second time: a refusal that came
        // sooner would tell which of the answers was right, and who exists.
        var ofMother = await desk.AskAsync(Subject(visit.Id, "gate.mother", "former-surname"), person?.Mother ?? number, ct);
        if (ofMother is RegistryAnswer.Failed) return (GateVerdict.RegisterDown, claimed);
        if (person?.Mother is null) return (GateVerdict.Refused, claimed);
        var maidenName = (ofMother as RegistryAnswer.Found)?.Person.FormerSurname ?? "";
        var fits = person.IsAlive & IsName(claimed, person.Name) & letters.ToHint().Compare(maidenName) != TurkishMatch.None;
        return fits ? (GateVerdict.Passed, Verified(claimed, person)) : (GateVerdict.Refused, claimed);
    }

    private async Task<(GateVerdict, VisitIdentity)> ByCaseAsync(VisitIdentity claimed, CaseId asked, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var record = await db.Cases.Where(c => c.Id == asked)
            .Join(db.SealedIdentities, c => c.Applicant, i => i.Ref, (_, identity) => identity).AsNoTracking().SingleOrDefaultAsync(ct);
        var applicant = vault.Open(record ?? _nobody);
        var fits = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(claimed.Mobile), Encoding.ASCII.GetBytes(applicant.Mobile));
        return fits ? (GateVerdict.Passed, claimed with { NationalId = applicant.NationalId }) : (GateVerdict.Refused, claimed);
    }

    private static bool IsName(VisitIdentity claimed, PersonName registered) =>
        PersonName.Parse(claimed.GivenName, claimed.Surname).Value is { } typed && typed.Compare(registered) != TurkishMatch.None;

    private static VisitIdentity Verified(VisitIdentity claimed, RegisteredPerson person) => claimed with
    {
        GivenName = person.Name.RevealGiven(), Surname = person.Name.RevealFamily(), RegisterAddress = person.Address, Letters = null,
    };

    private static TraceSubject Subject(Guid visit, string purpose, string fields) => new(null, null, visit, null, purpose, IdentityDesk.PersonService, fields);
}
