using System.Globalization;
using System.Reflection;
using Bimer.Blazor.Shell;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>Every expected "no" is told in a sentence of its own, in both languages.</summary>
public sealed class RefusalTextTests
{
    private static readonly RefusalText _text = Text();

    public static IEnumerable<object[]> All() =>
        typeof(Refusal).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Refusal))).SelectMany(Variants).Select(refusal => new object[] { refusal });

    [Theory]
    [MemberData(nameof(All))]
    public void A_refusal_says_what_happened_and_what_to_do_next(Refusal refusal)
    {
        var turkish = In("tr-TR", refusal);
        var english = In("en-GB", refusal);

        turkish.Should().NotBe(english).And.NotContainAny("{0}", "{1}", "{2}").And.MatchRegex(@"[.?!]$");
        english.Should().NotContainAny("{0}", "{1}", "{2}").And.MatchRegex(@"[.?!]$");
    }

    [Fact]
    public void Somebody_elses_custody_is_told_with_name_and_time()
    {
        var taken = new Refusal.AlreadyOpened(new UserId(7), new DateTimeOffset(2026, 11, 12, 6, 10, 0, TimeSpan.Zero));

        In("tr-TR", taken).Should().Contain("Ayşe Yıldız").And.Contain("12.11.2026 09.10");
    }

    [Fact]
    public void A_refusal_nobody_wrote_a_sentence_for_is_a_bug()
    {
        var tell = () => _text.For(new NobodysRefusal());

        tell.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static IEnumerable<Refusal> Variants(Type type)
    {
        var parameters = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single().GetParameters();
        var columns = parameters.Select(p => ValuesOf(p.ParameterType)).ToList();
        for (var i = 0; i < columns.Select(c => c.Length).DefaultIfEmpty(1).Max(); i++)
        {
            yield return (Refusal)Activator.CreateInstance(type, [.. columns.Select(c => c[i % c.Length])])!;
        }
    }

    private static object?[] ValuesOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? [null, .. ValuesOf(inner)]
        : type.IsEnum ? [.. Enum.GetValues(type).Cast<object>()]
        : type == typeof(string) ? ["exe"]
        : type == typeof(CorrectedBy) ? [null, new CorrectedBy(new UserId(1), DateTimeOffset.UnixEpoch)]
        : [Activator.CreateInstance(type)];

    private static string In(string culture, Refusal refusal)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return _text.For(refusal, _ => "Ayşe Yıldız", _ => "Ankara Valiliği");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static RefusalText Text() => new ServiceCollection().AddLogging().AddLocalization()
        .AddSingleton<CaseWords>().AddSingleton<RefusalText>().BuildServiceProvider().GetRequiredService<RefusalText>();

    private sealed record NobodysRefusal : Refusal;
}
