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
        _browser.Services.AddLogging().AddLocalization().AddSingleton(AScreen.Refusals(_office)).AddSingleton(new UnitSearch(units)).AddSingleton(new UnitNames(units))
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
        await box.Find(".unit-picked button").ClickAsync(new());
        await box.Find(".deserted button").ClickAsync(new());

        box.Find(".unit-picked button").GetAttribute("aria-pressed").Should().Be("true");
        (await _office.For<UnitMemory>(_ayse).ReadAsync(CancellationToken.None)).Stars.Should().Equal(Unit("İzmir İl Sağlık Müdürlüğü"));
        picked!.Id.Should().Be(izmir.Roles[0].Unit);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _office.DisposeAsync();
    }

    private UnitId Unit(string name) => _office.Unit(name);

    private static IEnumerable<string> Rows(IRenderedComponent<UnitPicker> box) => box.FindAll("[role=option]").Select(row => row.TextContent);

    private IRenderedComponent<UnitPicker> Render(Action<UnitHit?> picked, params UnitId[] shunned) =>
        _browser.Render<UnitPicker>(p => p.Add(b => b.From, Unit("Ankara Valiliği")).Add(b => b.Shunned, shunned).Add(b => b.PickedChanged, picked));
}
