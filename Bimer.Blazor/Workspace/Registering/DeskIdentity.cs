using Bimer.Blazor.Persistence.Registers;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>What came of asking who applies.</summary>
/// <param name="Check">How far it is confirmed; none where what was said does not fit the register.</param>
/// <param name="Person">As the register holds them; none where it was not asked or did not answer.</param>
public sealed record IdentityVerdict(IdentityCheck? Check, RegisteredPerson? Person = null)
{
    public static readonly IdentityVerdict AsStated = new(IdentityCheck.Stated);
    public static readonly IdentityVerdict Unverified = new(IdentityCheck.Unverified);
    public static readonly IdentityVerdict Mismatch = new(Check: null);

    /// <summary>Too many tries did not fit: nobody was asked.</summary>
    public static readonly IdentityVerdict Stopped = new(Check: null) { IsStopped = true };

    public bool IsStopped { get; private init; }
}

/// <summary>On whose behalf a desk asks.</summary>
/// <param name="CaseId">The case it is for, when it is asked again later.</param>
public sealed record DeskAsking(UserId Officer, UnitId Unit, CaseId? CaseId = null);

/// <summary>
/// Compares who stands at the desk with the register of persons, as the citizens' gate does: the person first, then the mother by her
/// number. Where the register does not answer, or does not know what is asked, the intake goes on as <em>doğrulama bekliyor</em>.
/// </summary>
public sealed class DeskIdentity(IdentityDesk desk)
{
    public async Task<IdentityVerdict> CheckAsync(DeskAsking asking, NationalId number, PersonName name, MaidenNameHint letters, CancellationToken ct)
    {
        // The register of citizens has no foreigners: asked for one it would call everybody a liar.
        if (number.IsForeigner) return IdentityVerdict.AsStated;
        switch (await AskAsync(asking, "desk.person", "name,address,mother", number, ct))
        {
            case RegistryAnswer.Failed: return IdentityVerdict.Unverified;
            case RegistryAnswer.Found { Person: { IsAlive: true } person } when name.Compare(person.Name) != TurkishMatch.None:
                return await WithMotherAsync(asking, person, letters, ct);
            default: return IdentityVerdict.Mismatch;
        }
    }

    private async Task<IdentityVerdict> WithMotherAsync(DeskAsking asking, RegisteredPerson person, MaidenNameHint letters, CancellationToken ct)
    {
        if (person.Mother is not { } mother) return new IdentityVerdict(IdentityCheck.Unverified, person);
        var answer = await AskAsync(asking, "desk.mother", "former-surname", mother, ct);
        if (answer is not RegistryAnswer.Found { Person.FormerSurname: { Length: > 0 } maidenName }) return new IdentityVerdict(IdentityCheck.Unverified, person);
        return letters.Compare(maidenName) == TurkishMatch.None ? IdentityVerdict.Mismatch : new IdentityVerdict(IdentityCheck.Verified, person);
    }

    private Task<RegistryAnswer> AskAsync(DeskAsking asking, string purpose, string fields, NationalId number, CancellationToken ct) =>
        desk.AskAsync(new TraceSubject(asking.Officer, asking.Unit, null, asking.CaseId, purpose, IdentityDesk.PersonService, fields), number, ct);
}
