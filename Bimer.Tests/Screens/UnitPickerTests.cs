using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The box a unit is chosen in, by keyboard: what is proposed before anything is typed, what is told of a unit, and what cannot be taken (S37, S38, B7).</summary>
public sealed class UnitPickerTests : IAsyncLifetime
{
    private Office _office = null!;
    private Actor _ayse = null!;
    private BunitContext _browser = null!;

    public UnitPickerTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync(Kind.Sqlite);
        _ayse = await _office.HireAsync(1, OfficerRole.CaseOfficer, Unit("Ankara Valiliği"));
        _browser = new BunitContext();
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        var units = _office.Services.GetRequiredService<UnitDirectory>();
        _browser.Services.AddLogging().AddLocalization().AddSingleton(AScreen.Refusals(_office)).AddSingleton(new UnitSearch(units)).AddSingleton(new UnitNames(units)).AddSingleton(new UnitTree(units, new UnitSearch(units)))
            .AddSingleton(_office.For<UnitMemory>(_ayse)).AddSingleton(ActivatorUtilities.CreateInstance<UnitStaffing>(_office.Services));
        _browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task What_somebody_sends_to_stands_under_the_empty_box_and_nothing_the_case_is_kept_from()
    {
        var memory = _office.For<UnitMemory>(_ayse);
        await memory.StarAsync(Unit("İzmir Valiliği"), isStarred: true, CancellationToken.None);
        await memory.UsedAsync([Unit("Bursa Valiliği"), Unit("Ankara İl Sağlık Müdürlüğü"), Unit("Ankara Valiliği"), Unit("İzmir Valiliği")], CancellationToken.None);
        UnitHit? picked = null;
        var box = Render(unit => picked = unit, Unit("Bursa Valiliği"));

        await box.Find("#unit").FocusAsync(new());

        Rows(box).Should().SatisfyRespectively(row => row.Should().Contain("İzmir Valiliği").And.Contain("favori"), row => row.Should().Contain("Ankara İl Sağlık Müdürlüğü").And.Contain("son kullanılan").And.Contain("kullanıcı yok"));
        box.Find("[role=status]").TextContent.Should().Contain("2 birim öneriliyor");
        await box.Find("#unit").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        picked.Should().BeNull("a list that came by itself is not what Enter means");
        await box.Find("#unit").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        await box.Find("#unit").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        picked!.Name.Should().Be("İzmir Valiliği");
    }

    [Fact]
    public async Task What_the_case_is_kept_from_is_found_and_cannot_be_taken()
    {
        UnitHit? picked = null;
        var box = Render(unit => picked = unit, Unit("Ankara İl Sağlık Müdürlüğü"));

        await box.Find("#unit").InputAsync("ankara il sağlık");

        box.Find("[role=option]").GetAttribute("aria-disabled").Should().Be("true");
        box.Find("[role=option]").TextContent.Should().Contain("gönderilmeyecek");
        await box.Find("#unit").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        await box.Find("[role=option]").MouseDownAsync(new());
        picked.Should().BeNull();
    }

    [Fact]
    public async Task A_star_stays_and_the_unit_above_that_has_users_is_one_click_away()
    {
        UnitHit? picked = null;
        var izmir = await _office.HireAsync(2, OfficerRole.CaseOfficer, Unit("İzmir Valiliği"));
        var box = Render(unit => picked = unit);
        var search = _browser.Services.GetRequiredService<UnitSearch>();
        box.Render(p => p.Add(b => b.Picked, search.Find(Unit("İzmir İl Sağlık Müdürlüğü"))));

        box.WaitForAssertion(() => box.Find(".deserted").TextContent.Should().Contain("kullanıcı yok"), TimeSpan.FromSeconds(30));
        await box.Find(".unit-picked [aria-pressed]").ClickAsync(new());
        await box.Find(".deserted button").ClickAsync(new());

        box.Find(".unit-picked [aria-pressed]").GetAttribute("aria-pressed").Should().Be("true");
        (await _office.For<UnitMemory>(_ayse).ReadAsync(CancellationToken.None)).Stars.Should().Equal(Unit("İzmir İl Sağlık Müdürlüğü"));
        picked!.Id.Should().Be(izmir.Roles[0].Unit);
    }

    [Fact]
    public async Task The_tree_opens_at_ones_own_unit_is_walked_by_keys_and_what_is_taken_stands_in_the_box()
    {
        UnitHit? picked = null;
        var box = Render(unit => picked = unit, Unit("Ankara İl Sağlık Müdürlüğü"));
        await box.Find(".unit-picked [aria-expanded]").ClickAsync(new());

        Here(box).TextContent.Should().Contain("Ankara Valiliği");
        Here(box).GetAttribute("aria-disabled").Should().Be("true", "nobody sends to themselves");
        Here(box).TextContent.Should().Contain("biriminiz");
        await PressAsync(box, "ArrowRight");
        await PressAsync(box, "ArrowRight");
        Here(box).GetAttribute("aria-level").Should().Be("2");
        await PressAsync(box, "ArrowLeft");
        Here(box).TextContent.Should().Contain("Ankara Valiliği");
        await PressAsync(box, "ArrowLeft");
        Here(box).GetAttribute("aria-expanded").Should().Be("false");
        await Here(box).KeyDownAsync(new KeyboardEventArgs { Key = "b", CtrlKey = true });
        Here(box).TextContent.Should().Contain("Ankara Valiliği", "a chord is the browser's");
        await PressAsync(box, "b");
        Here(box).TextContent.Should().Contain("Balıkesir Valiliği");
        await PressAsync(box, "Enter");

        picked!.Name.Should().Be("Balıkesir Valiliği");
        box.FindAll("[role=tree]").Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_case_is_kept_from_stands_in_the_tree_and_is_not_taken()
    {
        UnitHit? picked = null;
        var box = Render(unit => picked = unit, Unit("Ankara İl Sağlık Müdürlüğü"));
        await box.Find(".unit-picked [aria-expanded]").ClickAsync(new());
        await PressAsync(box, "ArrowRight");

        var row = box.FindAll("[role=treeitem]").First(item => item.TextContent.Contains("Ankara İl Sağlık Müdürlüğü", StringComparison.Ordinal));
        row.TextContent.Should().Contain("gönderilmeyecek");
        await row.ClickAsync(new());

        picked.Should().BeNull();
    }

    [Fact]
    public async Task Of_a_branch_with_hundreds_a_hundred_are_shown_and_the_next_by_one_line()
    {
        var units = await WithBelowAsync(Unit("Ankara Valiliği"), 250);
        var walk = new TreeWalk(new UnitTree(units, new UnitSearch(units)));

        walk.GoTo(Unit("Ankara Valiliği"));
        walk.Press("ArrowRight");

        var below = () => walk.Lines.Count(line => line.Branch == Unit("Ankara Valiliği") && line.Unit is not null);
        below().Should().Be(TreeWalk.Step);
        var more = walk.Lines.Index().First(line => line.Item.Unit is null).Index;
        walk.Turn(more);
        below().Should().Be(2 * TreeWalk.Step);
        walk.Here!.Place.Should().Be(TreeWalk.Step + 1, "one goes on where the line stood");
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _office.DisposeAsync();
    }

    private UnitId Unit(string name) => _office.Unit(name);

    private async Task<UnitDirectory> WithBelowAsync(UnitId above, int count)
    {
        var units = _office.Services.GetRequiredService<UnitDirectory>();
        await using var db = await _office.DbAsync();
        foreach (var i in Enumerable.Range(1, count))
        {
            var id = new UnitId(900_000 + i);
            db.Add(new Unit(id, Bimer.Blazor.Facts.UnitIds.Representative(id), $"Yeni Müdürlük {i}", UnitKind.Directorate, above));
        }

        await db.SaveChangesAsync();
        await units.ReloadAsync(CancellationToken.None);
        return units;
    }

    private static AngleSharp.Dom.IElement Here(IRenderedComponent<UnitPicker> box) => box.Find("[role=treeitem][tabindex='0']");

    private static Task PressAsync(IRenderedComponent<UnitPicker> box, string key) => Here(box).KeyDownAsync(new KeyboardEventArgs { Key = key });

    private static IEnumerable<string> Rows(IRenderedComponent<UnitPicker> box) => box.FindAll("[role=option]").Select(row => row.TextContent);

    private IRenderedComponent<UnitPicker> Render(Action<UnitHit?> picked, params UnitId[] shunned) =>
        _browser.Render<UnitPicker>(p => p.Add(b => b.From, Unit("Ankara Valiliği")).Add(b => b.Shunned, shunned).Add(b => b.PickedChanged, picked));
}
