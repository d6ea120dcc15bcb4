using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Security.Passwords;

namespace Bimer.Blazor.Security.SigningIn;

/// <param name="NationalId">As it was typed.</param>
/// <param name="Password">As it was typed.</param>
public sealed record SignIn(string NationalId, string Password);

/// <summary>How a try ended. Whatever was wrong, a refusal is the same.</summary>
public abstract record SignInOutcome
{
    public sealed record Accepted : SignInOutcome;

    /// <summary>No such account, wrong password, disabled, without a role: nobody is told which.</summary>
    public sealed record Refused : SignInOutcome;

    public sealed record TooManyTries(TimeSpan Wait) : SignInOutcome;
}

/// <summary>An officer signs in (giriş): the same work is done and the same answer given whether the account exists or not.</summary>
public sealed class SignInHandler(SignInBrake brake, SignInLedger ledger, PasswordHasher passwords, LookupHash lookup, SignInBrowser browser)
{
    /// <summary>Digits of a citizen number and some blanks; anything longer is no number.</summary>
    private const int LongestNumber = 32;

    public async Task<SignInOutcome> HandleAsync(SignIn command, CancellationToken ct)
    {
        var hash = lookup.Of(LookupPurpose.NationalId, Canonical(command.NationalId));
        var attempt = browser.TryOn(Convert.ToHexString(hash));
        if (await brake.EnterAsync(attempt, ct) is { } slowed)
        {
            await ledger.RecordSlowedAsync(slowed, ct);
            return new SignInOutcome.TooManyTries(slowed.Wait);
        }

        var account = await ledger.FindAsync(hash, ct);
        var verdict = await passwords.TryAsync(account?.PasswordHash, command.Password, ct);
        if (account is null || !verdict.Fits || !account.IsActive || !account.HasRole)
        {
            await ledger.RecordRefusedAsync(account, verdict.Fits, ct);
            return new SignInOutcome.Refused();
        }

        var token = await ledger.StartSessionAsync(account, browser.Device, browser.Token, verdict.Renewed, ct);
        await brake.ReleaseAsync(attempt, ct);
        browser.Welcome(token, attempt.Account);
        return new SignInOutcome.Accepted();
    }

    private static string Canonical(string number) =>
        number.Length <= LongestNumber ? string.Concat(number.Where(c => !char.IsWhiteSpace(c))) : "";
}
