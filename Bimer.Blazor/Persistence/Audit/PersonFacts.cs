using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>Recorded facts about people and their sessions, which belong to no case. Never holds a number or a password.</summary>
internal static class PersonFacts
{
    public static AuditEntry SignedIn(UserId officer, Guid session, DateTimeOffset at) =>
        new() { At = at, Action = "person.signed-in", Actor = officer, Detail = "session=" + session.ToString("N") };

    /// <param name="about">Whose account it was tried on; none where no account has the number.</param>
    /// <param name="why">A code: password, disabled, no-role, unknown.</param>
    /// <param name="at">When.</param>
    public static AuditEntry SignInRefused(UserId? about, string why, DateTimeOffset at) =>
        new() { At = at, Action = "person.sign-in-refused", Detail = "why=" + why + (about is { } officer ? ";officer=" + Id(officer) : "") };

    /// <summary>Once per window and account, however many tries follow.</summary>
    public static AuditEntry SignInSlowed(string scope, DateTimeOffset at) =>
        new() { At = at, Action = "person.sign-in-slowed", Detail = "scope=" + scope };

    public static AuditEntry SessionEnded(UserId officer, Guid session, string why, DateTimeOffset at) =>
        new() { At = at, Action = "person.session-ended", Actor = officer, Detail = $"session={session:N};why={why}" };

    private static string Id(UserId officer) => officer.Value.ToString(CultureInfo.InvariantCulture);
}
