using System.Globalization;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>An inner day is proposed in working days, and what is unusual about the chosen one is said beside it (S37).</summary>
public sealed class WantedDayFieldTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private readonly BunitContext _browser = new();
    private DateOnly? _chosen;

    public WantedDayFieldTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    public Task InitializeAsync()
    {
        _browser.Services.AddLogging().AddLocalization().AddSingleton(ACalendar.Shipped).AddSingleton<TimeProvider>(_clock).AddSingleton<WantedDays>();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Working_days_are_proposed_and_one_click_takes_one_and_another_lets_go_of_it()
    {
        var field = Render(null);

        field.FindAll(".chip small").Select(day => day.TextContent).Should().Equal("05.03.2026", "09.03.2026", "16.03.2026");
        await field.FindAll(".chip")[0].ClickAsync(new());
        _chosen.Should().Be(People.Monday.AddDays(3));
        field = Render(_chosen);
        field.FindAll(".chip")[0].GetAttribute("aria-pressed").Should().Be("true");
        await field.FindAll(".chip")[0].ClickAsync(new());
        _chosen.Should().BeNull();
    }

    [Fact]
    public async Task A_day_on_which_nobody_works_is_said_and_the_working_day_before_it_is_one_click_away()
    {
        var field = Render(People.Monday.AddDays(6));

        field.Find("[role=status]").TextContent.Should().Contain("8 Mart 2026 Pazar iş günü değil");
        await field.Find("[role=status] button").ClickAsync(new());

        _chosen.Should().Be(People.Monday.AddDays(4));
    }

    [Fact]
    public void A_day_behind_the_last_legal_day_is_said_and_the_last_legal_day_itself_is_not()
    {
        Render(People.Monday.AddDays(8), due: People.Monday.AddDays(7)).Find("[role=status]").TextContent.Should().Contain("yasal son günden (09.03.2026) sonra");
        Render(People.Monday.AddDays(7), due: People.Monday.AddDays(7)).Find("[role=status]").TextContent.Trim().Should().BeEmpty();
    }

    [Fact]
    public void What_is_over_is_said_before_it_is_sent_and_for_information_there_is_none()
    {
        Render(People.Monday.AddDays(-1)).Find(".field-error").TextContent.Should().Contain("02.03.2026");
        var copy = Render(People.Monday.AddDays(3), RoutingPurpose.Information);
        copy.Find("input").HasAttribute("disabled").Should().BeTrue();
        copy.Markup.Should().Contain("Bilgi için gidenden iş beklenmez");
        copy.FindAll(".chip").Should().BeEmpty();
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    private IRenderedComponent<WantedDayField> Render(DateOnly? value, RoutingPurpose purpose = RoutingPurpose.Action, DateOnly? due = null) => _browser.Render<WantedDayField>(p => p
        .Add(f => f.Id, "wanted").Add(f => f.Value, value).Add(f => f.Purpose, purpose).Add(f => f.DueOn, due)
        .Add(f => f.ValueChanged, EventCallback.Factory.Create<DateOnly?>(this, day => _chosen = day)));
}
