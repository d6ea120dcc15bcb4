using Bimer.Blazor.Security.Passwords;
using FluentAssertions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Security;

public sealed class PasswordHasherTests
{
    private static readonly string _longest = string.Concat(Enumerable.Repeat("şifre-İı", 16));

    public static TheoryData<string, string, bool> Table => new()
    {
        { "güneşli bir gün", "güneşli bir gün", true },
        { "güneşli bir gün", "gu\u0308nes\u0327li bir gu\u0308n", true },   // composed and decomposed are one
        { "İstanbul IĞDIR", "istanbul IĞDIR", false },
        { "ısırgan otu", "isırgan otu", false },
        { "boşluk sonda ", "boşluk sonda", false },
        { "👩‍👩‍👧‍👦 aile", "👩‍👩‍👧‍👦 aile", true },
        { "ﬁl", "fil", false },   // compatibility forms stay what they are
        { _longest, _longest, true },
        { _longest, _longest[..^1], false },
        { _longest, _longest + "x", false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_password_is_kept_letter_by_letter(string kept, string typed, bool fits)
    {
        using var hasher = With(1000);

        var stored = await hasher.HashAsync(kept, CancellationToken.None);

        (await hasher.TryAsync(stored, typed, CancellationToken.None)).Fits.Should().Be(fits);
    }

    [Fact]
    public async Task A_hash_names_its_algorithm_and_cost_and_never_repeats()
    {
        using var hasher = With(1000);

        var first = await hasher.HashAsync("aynı parola", CancellationToken.None);

        first.Should().MatchRegex(@"^pbkdf2-sha512\$1000\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$");
        (await hasher.HashAsync("aynı parola", CancellationToken.None)).Should().NotBe(first);
    }

    [Fact]
    public async Task A_cheaper_hash_is_made_anew_by_its_owner_alone()
    {
        using var cheap = With(1000);
        using var dear = With(2000);
        var old = await cheap.HashAsync("eski parola", CancellationToken.None);

        (await dear.TryAsync(old, "yanlış", CancellationToken.None)).Should().Be(new PasswordVerdict(false, null));
        var verdict = await dear.TryAsync(old, "eski parola", CancellationToken.None);

        verdict.Fits.Should().BeTrue();
        verdict.Renewed.Should().StartWith("pbkdf2-sha512$2000$");
        (await dear.TryAsync(verdict.Renewed, "eski parola", CancellationToken.None)).Should().Be(new PasswordVerdict(true, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("argon2id$1$a$b")]
    [InlineData("pbkdf2-sha512$0$AAAA$AAAA")]
    public async Task Nothing_fits_where_no_password_is_set(string? stored)
    {
        using var hasher = With(1000);

        (await hasher.TryAsync(stored, "decoy", CancellationToken.None)).Should().Be(new PasswordVerdict(false, null));
    }

    private static PasswordHasher With(int iterations) => new(Options.Create(new PasswordOptions { Iterations = iterations }));
}
