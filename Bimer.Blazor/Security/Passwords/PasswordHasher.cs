using System.Text;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.Passwords;

/// <param name="Fits">True when it is the account's password.</param>
/// <param name="Renewed">The same password under today's cost, where the stored hash was cheaper.</param>
public readonly record struct PasswordVerdict(bool Fits, string? Renewed);

/// <summary>
/// Hashes and tries passwords, a few at a time. A try costs the same whether the account exists or not: where there is no hash,
/// a decoy is tried; where the hash is cheaper than today's, the rest of the work is done as well.
/// </summary>
public sealed class PasswordHasher(IOptions<PasswordOptions> options) : IDisposable
{
    /// <summary>UTF-16 units; longer input is never a password.</summary>
    public const int Longest = 128;

    private readonly SemaphoreSlim _turns = new(options.Value.AtOnce);
    private readonly int _iterations = options.Value.Iterations;
    private readonly StoredPassword _decoy = StoredPassword.Make("decoy"u8, options.Value.Iterations);
    private long _rounds;

    /// <summary>How many rounds of the hash were run for tries since the start: the same for a try at an account that does not exist.</summary>
    internal long Rounds => Interlocked.Read(ref _rounds);

    /// <summary>Text to store with the account.</summary>
    public async Task<string> HashAsync(string password, CancellationToken ct)
    {
        if (password.Length is 0 or > Longest) throw new ArgumentException($"A password has 1 to {Longest} characters.", nameof(password));
        return await WithTurnAsync(() => StoredPassword.Make(BytesOf(password), _iterations).ToString(), ct);
    }

    /// <param name="stored">The account's hash; none for an account that does not exist or has no password yet.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="ct">Given up while waiting for a turn.</param>
    public Task<PasswordVerdict> TryAsync(string? stored, string password, CancellationToken ct) =>
        WithTurnAsync(() => Try(StoredPassword.Parse(stored), password.Length <= Longest ? password : ""), ct);

    public void Dispose() => _turns.Dispose();

    private PasswordVerdict Try(StoredPassword? stored, string password)
    {
        var bytes = BytesOf(password);
        var fits = FitsCounted(stored ?? _decoy, bytes) && stored is not null;
        if (stored is null || stored.Iterations >= _iterations) return new(fits, null);
        if (fits) return new(true, StoredPassword.Make(bytes, _iterations).ToString());
        _ = FitsCounted(_decoy with { Iterations = _iterations - stored.Iterations }, bytes);
        return new(false, null);
    }

    private bool FitsCounted(StoredPassword stored, byte[] password)
    {
        Interlocked.Add(ref _rounds, stored.Iterations);
        return stored.Fits(password);
    }

    private async Task<T> WithTurnAsync<T>(Func<T> work, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            // Off the caller's thread: a circuit's dispatcher must not stand still for a tenth of a second.
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            _turns.Release();
        }
    }

    // The one place where composed and decomposed letters become one; nothing else of a password is touched.
    private static byte[] BytesOf(string password) => Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormC));
}
