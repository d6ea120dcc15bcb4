using System.Globalization;
using Bimer.Blazor.Security;
using Bimer.Domain.Applicants;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>
/// Lets nobody try letters of a maiden name one after the other: tries that did not fit are counted, of one citizen number whoever asks, and
/// of one officer whomever they ask about. A try that fits, or that the register did not answer, is taken back.
/// </summary>
public sealed class DeskTries(DeskIdentity identity, Throttle throttle)
{
    /// <summary>Of one citizen number in a day, inclusive: a slip, a second one, and a look at the card.</summary>
    public const int PerNumber = 5;

    /// <summary>Of one officer in a day, inclusive.</summary>
    public const int PerOfficer = 30;

    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    /// <summary>Until the counts begin anew.</summary>
    public TimeSpan Pause => throttle.LeftOf(Window);

    public async Task<IdentityVerdict> CheckAsync(DeskAsking asking, NationalId number, PersonName name, MaidenNameHint letters, CancellationToken ct)
    {
        ThrottleKey[] keys = [new("desk-number", number.Reveal()), new("desk-officer", asking.Officer.Value.ToString(CultureInfo.InvariantCulture))];
        var counts = await throttle.CountAsync(keys, Window, ct);
        if (counts[0] > PerNumber || counts[1] > PerOfficer) return IdentityVerdict.Stopped;
        var verdict = await identity.CheckAsync(asking, number, name, letters, ct);
        if (verdict.Check is not null) await throttle.TakeBackAsync(keys, Window, CancellationToken.None);
        return verdict;
    }
}
