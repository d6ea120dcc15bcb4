namespace Bimer.Blazor.Security.Sessions;

/// <summary>Why a session is over: stored in <c>OfficerSession.EndedWhy</c> and told on the sign-in page.</summary>
public static class SessionEnd
{
    /// <summary>The person pressed <i>Çıkış yap</i>.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>Nothing was done for too long.</summary>
    public const string Idle = "idle";

    /// <summary>The longest time after a sign-in has passed.</summary>
    public const string Expired = "expired";

    /// <summary>The person ended it from another browser.</summary>
    public const string EndedByPerson = "ended-by-person";

    /// <summary>Password, role or unit changed, or the account was disabled.</summary>
    public const string AccountChanged = "account-changed";

    /// <summary>A new sign-in in the same browser took its place.</summary>
    public const string Replaced = "replaced";

    /// <summary>Not an end: one screen too many is open.</summary>
    public const string TooManyScreens = "too-many-screens";
}
