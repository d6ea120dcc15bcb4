using Bimer.Blazor.Shell.Frame;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>Back leads where one came from, to pages of our own and nowhere else.</summary>
public sealed class WayBackTests
{
    [Theory]
    [InlineData("/kutu/kurum?birim=7&evrak=2026-0000001-1", "/kutu/kurum?birim=7")]
    [InlineData("/kutu/gelen?evrak=2026-0000001-1", "/kutu/gelen")]
    [InlineData("/evrak/2026-0000001-1?donus=%2Fkutu%2Fkurum%3Fbirim%3D7", "/kutu/kurum?birim=7")]
    [InlineData("/evrak/2026-0000001-1/sevk?donus=%2Fonay%2F2026-0000001-1%3Fdonus%3D%252Fmasa", "/masa")]
    [InlineData("/evrak/2026-0000001-1", "/kutu/gelen")]
    [InlineData("/evrak/2026-0000001-1?donus=https%3A%2F%2Fevil.example", "/kutu/gelen")]
    [InlineData("https://evil.example/kutu/gelen", "/kutu/gelen")]
    [InlineData("//evil.example", "/kutu/gelen")]
    [InlineData(null, "/kutu/gelen")]
    public void Done_work_leads_to_the_list_behind_it_without_the_case(string? cameFrom, string list) =>
        WayBack.ListBehind(cameFrom, Addresses.MyInbox).Should().Be(list);

    [Theory]
    [InlineData("/kutu/kurum?birim=7&evrak=2026-0000001-1", "/kutu/kurum?birim=7&evrak=2026-0000001-1")]
    [InlineData("\\\\evil.example", "/kutu/gelen")]
    [InlineData("javascript:alert(1)", "/kutu/gelen")]
    public void Unfinished_work_leads_exactly_where_one_came_from(string? cameFrom, string back) =>
        WayBack.Of(cameFrom, Addresses.MyInbox).Should().Be(back);

    [Fact]
    public void A_way_that_walks_in_a_circle_does_not_grow_for_ever()
    {
        var here = "/kutu/gelen";

        for (var i = 0; i < 20; i++) here = "/evrak/2026-0000001-1/cevapla".From(new At(here));

        here.Length.Should().BeLessThan(2_048);
        WayBack.ListBehind(here, Addresses.Home).Should().Be("/kutu/gelen");
    }

    private sealed class At : NavigationManager
    {
        public At(string path) => Initialize("http://bimer.example/", "http://bimer.example" + path);
    }
}
