using System.Diagnostics;
using System.Security.Cryptography;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>What a keyed index finds people by. Each has a key of its own: equal values under two purposes look unrelated.</summary>
public enum LookupPurpose
{
    /// <summary>The citizen number (T.C. kimlik no).</summary>
    NationalId = 1,

    /// <summary>A verified phone together with the citizen number it was verified for.</summary>
    PhoneAndNationalId = 2,

    /// <summary>A name after <c>TurkishFold</c>.</summary>
    FoldedName = 3,

    /// <summary>The Message-ID of a received mail, or all its bytes.</summary>
    Mail = 4,
}

/// <summary>
/// The keys of the vault: sealing keys by version (the current one seals, all open), one index key per <see cref="LookupPurpose"/>,
/// one audit key. Immutable, so it may be shared by every thread. Has no public member that gives a key away: nothing to log.
/// </summary>
[DebuggerDisplay("KeyRing")]
public sealed class KeyRing
{
    internal const int KeyBytes = 32;

    private readonly IReadOnlyDictionary<int, byte[]> _sealing;
    private readonly IReadOnlyDictionary<LookupPurpose, byte[]> _lookup;
    private readonly byte[] _audit;

    internal KeyRing(
        int current, IReadOnlyDictionary<int, byte[]> sealing, IReadOnlyDictionary<LookupPurpose, byte[]> lookup, byte[] audit)
    {
        if (current < 1 || !sealing.ContainsKey(current)) throw new KeyFileException("The current key version is not in the key file.");
        if (Enum.GetValues<LookupPurpose>().Any(purpose => !lookup.ContainsKey(purpose)))
            throw new KeyFileException("An index key is missing from the key file.");
        if (sealing.Values.Concat(lookup.Values).Append(audit).Any(key => key.Length != KeyBytes))
            throw new KeyFileException("A key in the key file is not 256 bits long.");

        CurrentVersion = current;
        _sealing = sealing;
        _lookup = lookup;
        _audit = audit;
    }

    /// <summary>The version that seals from now on.</summary>
    public int CurrentVersion { get; }

    /// <summary>Every version that still opens, oldest first.</summary>
    public IReadOnlyList<int> Versions => [.. _sealing.Keys.Order()];

    public override string ToString() => nameof(KeyRing);

    internal static KeyRing Create() => new(
        current: 1,
        new Dictionary<int, byte[]> { [1] = NewKey() },
        Enum.GetValues<LookupPurpose>().ToDictionary(purpose => purpose, _ => NewKey()),
        NewKey());

    /// <summary>The same ring with one more sealing key in front. Index and audit keys stay: their values are stored and compared.</summary>
    internal KeyRing Rotated()
    {
        var next = _sealing.Keys.Max() + 1;
        return new(next, new Dictionary<int, byte[]>(_sealing) { [next] = NewKey() }, _lookup, _audit);
    }

    /// <summary>The key of a version, or null when this ring never had it.</summary>
    internal byte[]? SealingKey(int version) => _sealing.GetValueOrDefault(version);

    internal byte[] LookupKey(LookupPurpose purpose) => _lookup[purpose];

    internal byte[] AuditKey => _audit;

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);
}
