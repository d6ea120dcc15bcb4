using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.HouseRules.Proofs;

/// <summary>The walls stand on this: a use is seen wherever the compiler hid it.</summary>
public sealed class ReadingProofs
{
    private static readonly HouseType _sample = HouseAssembly.Tests.Types.Single(t => t.FullName.EndsWith(".Hidden", StringComparison.Ordinal));

    [Theory]
    [InlineData("InABody", "System.IO.File.Exists")]
    [InlineData("InALambda", "System.Uri")]
    [InlineData("AfterAnAwaitAsync", "System.IO.Path.GetTempPath")]
    [InlineData("InAnIterator", "System.Version")]
    [InlineData("AsATypeArgument", "System.Text.StringBuilder")]
    [InlineData("AsALocal", "System.Random")]
    [InlineData("AsAParameter", "System.Threading.Tasks.TaskScheduler")]
    public void A_use_is_seen_and_belongs_to_the_method_it_was_written_in(string method, string target) =>
        _sample.Uses.Should().Contain(use => use.LiesIn(target) && use.By.EndsWith(".Hidden." + method, StringComparison.Ordinal));

    [Theory]
    [InlineData("System.ObsoleteAttribute")]
    [InlineData("System.IFormattable")]
    [InlineData("System.Threading.Semaphore")]
    public void Attributes_parents_and_fields_are_uses_too(string target) => _sample.Uses.Should().Contain(use => use.LiesIn(target));

    [Fact]
    public void A_name_lies_in_its_namespace_but_not_in_one_that_only_begins_alike()
    {
        Names.LiesIn("Bimer.Blazor.Live.LiveFeed", "Bimer.Blazor.Live").Should().BeTrue();
        Names.LiesIn("Bimer.Blazor.LiveStock.Cow", "Bimer.Blazor.Live").Should().BeFalse();
    }

    [Theory]
    [InlineData("<p>Kaydet</p>")]
    [InlineData("<tr><td title='Kaydet'></td></tr>")]
    [InlineData("<button aria-label=\"Kapat\">×</button>")]
    [InlineData("<svg><title>Zil</title></svg>")]
    public void A_word_is_seen_in_ready_made_markup(string html) => Markup.WordsOf(html).Should().NotBeEmpty();

    [Theory]
    [InlineData("<p class='big'>3 · 4 → ✓</p>")]
    [InlineData("<svg aria-hidden=\"true\"><path d='M3 4h5'/></svg>")]
    [InlineData("<a href='/giris' id='enter'></a>")]
    public void Signs_classes_and_addresses_are_not_words(string html) => Markup.WordsOf(html).Should().BeEmpty();

    [Fact]
    public void A_method_is_as_long_as_the_lines_between_its_braces() =>
        MethodLengths.Of(HouseAssembly.Tests).Single(m => m.Method.EndsWith(".Hidden.InABody", StringComparison.Ordinal)).Lines.Should().Be(4);
}
