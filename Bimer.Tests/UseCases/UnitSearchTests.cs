using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The unit somebody means is found by what they type (S37, S63).</summary>
public sealed class UnitSearchTests : IAsyncLifetime
{
    private Office _office = null!;
    private UnitSearch _search = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync(Kind.Sqlite);
        _search = ActivatorUtilities.CreateInstance<UnitSearch>(_office.Services);
    }

    [Theory]
    [InlineData("ankara valiliği", "Ankara Valiliği")]
    [InlineData("ANKARA VALİLİK", "Ankara Valiliği")]
    [InlineData("isparta valiligi", "Isparta Valiliği")]
    [InlineData("sağlık ankara", "Ankara İl Sağlık Müdürlüğü")]
    [InlineData("SAGLIK ANK", "Ankara İl Sağlık Müdürlüğü")]
    [InlineData("çankaya", "Çankaya Kaymakamlığı")]
    [InlineData("ankara çankaya", "Çankaya Kaymakamlığı")]
    [InlineData("saglik bakanlik", "Sağlık Bakanlığı")]
    [InlineData("gölbaşı adıyaman", "Gölbaşı Kaymakamlığı (Adıyaman)")]
    public void The_first_answer_is_the_unit_that_was_meant(string typed, string meant) => _search.Find(typed)[0].Name.Should().Be(meant);

    [Fact]
    public void A_code_is_found_by_its_beginning_and_whole()
    {
        var unit = _search.Find("çankaya")[0];

        _search.Find(unit.Code).Should().ContainSingle().Which.Should().Be(unit);
        _search.Find(unit.Code[..6]).Should().HaveCountGreaterThan(1).And.OnlyContain(hit => hit.Code.StartsWith(unit.Code.Substring(0, 6), StringComparison.Ordinal));
    }

    [Fact]
    public void No_more_than_twenty_are_answered_and_the_institutions_stand_first()
    {
        var hits = _search.Find("sağlık");

        hits.Should().HaveCount(UnitSearch.Most);
        hits[0].Name.Should().Be("Sağlık Bakanlığı");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" .,- ")]
    [InlineData("qwxqwx")]
    [InlineData("başbakanlık")]
    public void Nothing_that_was_not_meant_is_proposed_and_never_the_root(string typed) =>
        _search.Find(typed).Should().NotContain(hit => hit.Name == "Başbakanlık");

    [Fact]
    public void A_unit_below_an_institution_says_which()
    {
        var hit = _search.Find("ankara il sağlık")[0];

        hit.Under.Should().Be("Ankara Valiliği");
        _search.Find("ankara valiliği")[0].Under.Should().BeNull();
    }

    [Theory]
    [InlineData("il sağlık müdürlüğü", "Ankara Valiliği", "Ankara İl Sağlık Müdürlüğü")]
    [InlineData("il sağlık müdürlüğü", "İzmir Valiliği", "İzmir İl Sağlık Müdürlüğü")]
    [InlineData("milli egitim mudurlugu", "Ankara İl Sağlık Müdürlüğü", "Ankara İl Millî Eğitim Müdürlüğü")]
    [InlineData("gölbaşı", "Adıyaman Valiliği", "Gölbaşı Kaymakamlığı (Adıyaman)")]
    [InlineData("gölbaşı", "Ankara Valiliği", "Gölbaşı Kaymakamlığı (Ankara)")]
    [InlineData("valilik", "Çankaya Kaymakamlığı", "Ankara Valiliği")]
    public void Of_names_that_answer_alike_the_nearest_to_the_sender_comes_first(string typed, string from, string meant) =>
        _search.Find(typed, _office.Unit(from))[0].Name.Should().Be(meant);

    [Theory]
    [InlineData("sağlık", "Sağlık Bakanlığı")]
    [InlineData("izmir valiliği", "İzmir Valiliği")]
    public void A_better_name_comes_before_a_nearer_unit(string typed, string meant) =>
        _search.Find(typed, _office.Unit("Ankara Valiliği"))[0].Name.Should().Be(meant);

    [Fact]
    public void The_same_question_has_the_same_answer_in_the_same_order()
    {
        var from = _office.Unit("Ankara Valiliği");

        _search.Find("müdürlük", from).Should().Equal(_search.Find("müdürlük", from)).And.HaveCount(UnitSearch.Most);
    }

    [Fact]
    public void Whatever_is_typed_the_index_answers_as_reading_name_by_name_would_in_the_same_order()
    {
        var slow = new NameByName(_office.Services.GetRequiredService<UnitDirectory>());
        UnitId?[] askers = [null, _office.Unit("Ankara Valiliği"), _office.Unit("Ankara İl Sağlık Müdürlüğü"), _office.Unit("Sağlık Bakanlığı"), _office.Unit("BİMER Merkezi")];
        string[] typed = [.. slow.Typed().Distinct(StringComparer.Ordinal)];

        typed.Should().HaveCountGreaterThan(1_000);
        foreach (var (text, place) in typed.Select((text, place) => (text, place)))
        {
            var from = askers[place % askers.Length];
            _search.Find(text, from).Select(hit => hit.Id).Should().Equal(slow.Find(text, from), "that is what \"{0}\" means", text);
        }
    }

    [Fact]
    public void Within_a_branch_nothing_else_is_proposed()
    {
        var ankara = _office.Unit("Ankara Valiliği");

        _search.Find("müdürlük", within: [ankara]).Should().NotBeEmpty().And.OnlyContain(hit => hit.Under == "Ankara Valiliği");
        _search.Find("izmir valiliği", within: [ankara]).Should().BeEmpty();
        _search.Find(_search.Find("izmir valiliği")[0].Code, within: [ankara]).Should().BeEmpty();
    }

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    /// <summary>The rule without an index: every name is read for every question.</summary>
    private sealed class NameByName(UnitDirectory units)
    {
        private readonly List<UnitName> _names =
        [
            .. units.All.Where(u => u.TakesCases).Select(u => UnitName.Of(u, units.LineageOf(u.Id), units.InstitutionOf(u.Id)))
                .OrderBy(n => n.IsInstitution ? 0 : 1).ThenBy(n => n.Own.Length).ThenBy(n => TurkishSortKey.Of(UnitDirectory.Label(n.Unit)), StringComparer.Ordinal),
        ];

        public IEnumerable<UnitId> Find(string text, UnitId? from)
        {
            var words = UnitName.WordsOf(text);
            if (words is [var code] && code.All(char.IsAsciiDigit)) return _names.Where(n => n.Unit.Code.Value.StartsWith(code, StringComparison.Ordinal)).Take(UnitSearch.Most).Select(n => n.Unit.Id);
            var lineage = from is { } asking ? units.LineageOf(asking) : null;
            return _names.Select(name => (name, Match: MatchOf(name, words))).Where(n => n.Match > 0)
                .OrderBy(n => n.Match).ThenBy(n => lineage?.NearnessOf(n.name.Lineage) ?? Nearness.Elsewhere).Take(UnitSearch.Most).Select(n => n.name.Unit.Id);
        }

        /// <summary>Names, their words and beginnings, turned round, with a ministry's name beside, with endings, in capitals; and beginnings of codes.</summary>
        public IEnumerable<string> Typed()
        {
            foreach (var name in _names.Where((_, place) => place % 5 == 0))
            {
                var words = name.Words;
                yield return UnitDirectory.Label(name.Unit);
                yield return string.Join(' ', words.Reverse()).ToUpperInvariant();
                yield return string.Join(' ', words.Select(word => word[..Math.Min(word.Length, 3)]));
                yield return words[0][..Math.Min(words[0].Length, 2)];
                yield return words[^1].TrimEnd('i', 'g') + "k";
                yield return $"{words[^1]} {UnitName.WordsOf(UnitDirectory.Label(name.Institution ?? name.Unit))[0]}";
                yield return name.Unit.Code.Value[..(2 + (name.Own.Length % 6))];
            }

            foreach (var common in (string[])["bakanlık", "sağlık bakanlık", "valilik", "müdürlük", "il müdür", "a", "1", "9", "kaymakam valilik", "sağ sağ", "qwx", "bakanlik q"]) yield return common;
        }

        private static int MatchOf(UnitName name, IReadOnlyList<string> words)
        {
            var all = name.Institution is null || name.IsInstitution ? name.Own : $"{name.Own} {string.Join(' ', UnitName.WordsOf(UnitDirectory.Label(name.Institution)))}";
            var whole = ' ' + string.Join(' ', words);
            return !words.All(word => Begins(all, word)) ? 0
                : string.Equals(name.Own, whole, StringComparison.Ordinal) ? 1
                : name.Own.StartsWith(whole, StringComparison.Ordinal) ? 2
                : words.All(word => Begins(name.Own, word)) ? 3 : 4;
        }

        private static bool Begins(string name, string word) =>
            name.Contains(" " + word, StringComparison.Ordinal) || (word.Length > 3 && word[^1] == 'k' && name.Contains($" {word[..^1]}g", StringComparison.Ordinal));
    }
}
