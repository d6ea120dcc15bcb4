using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.SigningIn;

/// <summary>One try as the brake counts it.</summary>
/// <param name="Account">Keyed fingerprint of the typed number, whether an account has it or not.</param>
/// <param name="Device">The browser, where this number has signed in with it before.</param>
/// <param name="Address">Where the request came from.</param>
public sealed record SignInTry(string Account, string? Device, string Address);

/// <param name="Wait">Until tries are counted anew.</param>
/// <param name="FirstOf">The count that ran over with this very try, to be recorded once; none with every further one.</param>
public sealed record Slowed(TimeSpan Wait, string? FirstOf);

/// <summary>
/// Slows guessing down and locks nobody out: a browser that has signed in before is counted apart, so that guessing at a named
/// officer, or from the address of a whole building, never keeps that officer from work.
/// </summary>
public sealed class SignInBrake(Throttle throttle, IOptions<SignInLimits> options, TimeProvider clock)
{
    private readonly SignInLimits _limits = options.Value;

    /// <summary>Counts the try. None when it may be made.</summary>
    public async Task<Slowed?> EnterAsync(SignInTry attempt, CancellationToken ct)
    {
        var gates = GatesFor(attempt);
        var counts = await throttle.CountAsync(KeysOf(gates), _limits.Window, ct);
        foreach (var (gate, count) in gates.Zip(counts))
        {
            if (count <= gate.Limit) continue;
            if (!gate.OnlyPauses) return new Slowed(throttle.LeftOf(_limits.Window), count == gate.Limit + 1 ? gate.Key.Scope : null);
            await Task.Delay(_limits.Pause, clock, ct);
        }

        return null;
    }

    /// <summary>The password was right: the try does not count.</summary>
    public Task ReleaseAsync(SignInTry attempt, CancellationToken ct) => throttle.TakeBackAsync(KeysOf(GatesFor(attempt)), _limits.Window, ct);

    private List<Gate> GatesFor(SignInTry attempt) => attempt.Device is { } device
        ? [new(new("signin-device", device + attempt.Account), _limits.PerKnownDevice)]
        :
        [
            new(new("signin-account", attempt.Account), _limits.PerAccount),
            new(new("signin-address", attempt.Address), _limits.PerAddress),
            new(new("signin-all", ""), _limits.FromEverywhere, OnlyPauses: true),
        ];

    private static List<ThrottleKey> KeysOf(List<Gate> gates) => gates.ConvertAll(g => g.Key);

    private sealed record Gate(ThrottleKey Key, int Limit, bool OnlyPauses = false);
}
