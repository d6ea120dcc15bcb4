using System.Globalization;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Facts.Demo;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Facts;

public sealed class DemoTextTests
{
    private static readonly IReadOnlyList<DemoPetition> Story = ToldStories.Of(2016, new DateOnly(2026, 11, 23), 5_000);
    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public void No_slot_is_left_open()
    {
        Story.Where(p => p.Text.Contains('{', StringComparison.Ordinal) || p.Text.Contains('}', StringComparison.Ordinal)).Should().BeEmpty();
        Answers().Where(a => a.Contains('{', StringComparison.Ordinal) || a.Contains('}', StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_template_and_every_reason_is_used_and_names_a_known_subject()
    {
        var templates = PetitionTemplates.Shipped;
        templates.Templates.Should().HaveCount(28);
        Story.Select(p => p.Subject).Where(s => !s.Code.StartsWith("34", StringComparison.Ordinal)).Select(s => (s.Topic, s.Name)).Distinct()
            .Should().BeEquivalentTo(templates.Templates.Select(t => (t.Subject, t.SubSubject)).Distinct());
        Story.Select(p => p.InadmissibilityReason).OfType<string>().Distinct(StringComparer.Ordinal)
            .Should().BeEquivalentTo(templates.NotProcessed.Select(t => t.Reason));
    }

    [Fact]
    public void Lengths_reach_from_a_sentence_to_six_thousand_characters_and_never_beyond()
    {
        Story.Should().OnlyContain(p => p.Text.Length > 0 && p.Text.Length <= 6_000);
        Story.Should().Contain(p => p.Text.Length > 5_850).And.Contain(p => p.Text.Length < 80);
    }

    [Fact]
    public void People_write_as_people_do()
    {
        Share(t => string.Equals(t, t.ToUpper(Turkish), StringComparison.Ordinal)).Should().BeInRange(0.03, 0.07);
        Share(t => string.Equals(t, t.ToLower(Turkish), StringComparison.Ordinal)).Should().BeInRange(0.05, 0.16);
        Share(t => t.All(c => c < 128 || char.IsSurrogate(c) || c > 0x2000)).Should().BeInRange(0.08, 0.18);
        Share(t => t.Any(char.IsSurrogate)).Should().BeInRange(0.02, 0.05);
        Share(t => t.Contains('\n', StringComparison.Ordinal)).Should().BeInRange(0.15, 0.6);
        Share(t => t.Contains("herkez", StringComparison.Ordinal) || t.Contains("yanlız", StringComparison.Ordinal)).Should().BeGreaterThan(0);
        Story.Should().Contain(p => p.Text.Contains("ŞİKÂYET", StringComparison.Ordinal) || p.Text.Contains("İLÇESİ", StringComparison.Ordinal), "upper case is Turkish");
    }

    private static IEnumerable<string> Answers() => Story.SelectMany(p => p.Fate.Steps).OfType<DemoStep.SubmitReply>().Select(s => s.Text);

    private static double Share(Func<string, bool> which) => Story.Count(p => which(p.Text)) / (double)Story.Count;
}
