using Bimer.Blazor.Workspace;
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

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();
}
