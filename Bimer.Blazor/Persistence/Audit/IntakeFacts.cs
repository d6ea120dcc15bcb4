using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>Recorded facts about intakes that came to nothing (S15). Names of fields only, never what stood in them.</summary>
internal static class IntakeFacts
{
    private const int LongestDetail = 400;

    /// <param name="why">A code: "incomplete" or "mismatch".</param>
    /// <param name="fields">Ids of the fields in question.</param>
    public static AuditEntry Refused(UserId officer, UnitId? unit, IntakeChannel channel, string why, IEnumerable<string> fields, DateTimeOffset at)
    {
        var detail = $"channel={channel};why={why};fields={string.Join(',', fields.Distinct(StringComparer.Ordinal))}";
        return new() { At = at, Action = "intake.refused", Actor = officer, Unit = unit, Detail = detail.Length > LongestDetail ? detail[..LongestDetail] : detail };
    }

    /// <summary>The register was not asked again about a waiting identity: too many tries of its number or of its officer did not fit.</summary>
    public static AuditEntry PutOff(PendingVerification waiting, DateTimeOffset at) =>
        new() { At = at, Action = "identity.check-put-off", Actor = waiting.Officer, CaseId = waiting.CaseId, Unit = waiting.Unit, Detail = "why=too-often" };

    /// <summary>What was decided about a received mail: by its id, never by what it says.</summary>
    public static AuditEntry OfMail(UserId officer, ReceivedMail mail, string action, string detail, DateTimeOffset at) =>
        new() { At = at, Action = action, Actor = officer, Unit = mail.Unit, Detail = $"mail={mail.Id:N};{detail}" };
}
