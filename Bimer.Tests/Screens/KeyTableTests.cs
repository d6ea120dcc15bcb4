using System.Text.RegularExpressions;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>One table says what every key does (U5); what a person made of it is laid over it and never bent.</summary>
public sealed partial class KeyTableTests
{
    [Fact]
    public void Every_place_of_the_menu_has_its_keys() =>
        MenuTable.Sections.SelectMany(s => s.Entries).Select(e => e.Href).Except([Addresses.Alarms, Addresses.Reports], StringComparer.Ordinal)   // no pages of the house yet
            .Except(KeyTable.Rows.Where(r => r.Go is not null).Select(r => r.Go!), StringComparer.Ordinal).Should().BeEmpty();

    [Fact]
    public void The_menu_says_the_words_of_the_slides()
    {
        var words = new System.Resources.ResourceManager(typeof(ShellWords));
        string Said(string key) => words.GetString(key, System.Globalization.CultureInfo.GetCultureInfo("tr-TR"))!;

        MenuTable.Sections.Select(section => Said(section.Word)).Should().Equal("Yeni Başvuru", "Benim Başvurularım", "Kurum Başvuruları", "Onay Kutum", "İşlemler");
        MenuTable.Sections.Single(section => section.Key is "Mine").Entries.Select(entry => Said(entry.Word)).Should().Equal(
            "Gelen Kutum", "Beklemeye Aldıklarım", "Cevap Verdiklerim", "Sevk Ettiklerim", "İade Gelenler", "Onaya Gönderdiklerim", "Onaydan Dönenler", "Takip Ettiklerim");
        (Said("MenuUnitInbox"), Said("MenuApprovals")).Should().Be(("Kurum Kutusu", "Onay Bekleyenler"));
    }

    [Fact]
    public void What_a_screen_calls_an_act_is_in_the_table_and_every_act_of_the_table_is_on_some_screen()
    {
        var screens = Directory.EnumerateFiles(Repository.At("Bimer.Blazor"), "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var onScreens = screens.SelectMany(text => Acts().Matches(text)).Select(m => m.Groups["act"].Value).Where(act => !act.StartsWith('@'));
        string[] byScript = ["next", "previous", "pick-range"], bySlot = ["hold", "reply", "forward"];

        onScreens.Concat(bySlot).Concat(byScript).Distinct(StringComparer.Ordinal).Should().Contain(KeyTable.Rows.Select(r => r.Act).OfType<string>().Except(["undo", "difference"], StringComparer.Ordinal));
        onScreens.Except(["confirm", "print"], StringComparer.Ordinal).Should().OnlyContain(act => KeyTable.RowOf(act) != null);
    }

    [Fact]
    public void No_shortcut_stands_in_the_way_of_another() =>
        new KeyChoice(IsOff: false, KeyTable.Rows.Where(r => r.IsOfCharacters).ToDictionary(r => r.Word, r => r.Keys, StringComparer.Ordinal)).Problem().Should().BeNull();

    [Theory]
    [InlineData("w w", "w w")]
    [InlineData(" W ", "W")]
    [InlineData("İ", "I")]
    [InlineData("ı", "i")]
    [InlineData("g  F", "g F")]
    [InlineData("ö", "ö")]
    public void Keys_are_written_as_the_keyboard_is_read(string typed, string kept) => Own("KeyForward", typed).Own["KeyForward"].Should().Be(kept);

    [Theory]
    [InlineData("KeyForward", "", "KeyUnfit", null)]
    [InlineData("KeyForward", "abc", "KeyUnfit", null)]
    [InlineData("KeyForward", "g s x", "KeyUnfit", null)]
    [InlineData("KeyForward", "😀", "KeyUnfit", null)]
    [InlineData("KeyForward", "c", "KeyTaken", "KeyReply")]
    [InlineData("KeyForward", "g m", "KeyTaken", "KeyDesk")]
    [InlineData("KeyForward", "g", "KeyTaken", "KeyDesk")]
    [InlineData("KeyDesk", "c m", "KeyTaken", "KeyReply")]
    public void Keys_that_would_do_two_things_or_none_are_not_kept(string at, string typed, string word, string? other) =>
        Own(at, typed).Problem().Should().Be(new KeyProblem(word, typed, at, other));

    [Fact]
    public void Two_shortcuts_may_change_places() =>
        new KeyChoice(IsOff: false, new Dictionary<string, string>(StringComparer.Ordinal) { ["KeyForward"] = "c", ["KeyReply"] = "s" }).Sound().Problem().Should().BeNull();

    [Fact]
    public void What_is_unknown_fixed_or_as_usual_is_not_kept() =>
        new KeyChoice(IsOff: true, new Dictionary<string, string>(StringComparer.Ordinal) { ["KeyForward"] = "s", ["KeySend"] = "q", ["KeyOpen"] = "q", ["None"] = "q", ["KeyReply"] = null! })
            .Sound().Own.Should().BeEmpty();

    [Fact]
    public void A_key_of_ones_own_does_what_it_is_for_and_where_an_edition_took_it_meanwhile_that_has_none()
    {
        var choice = Own("KeyForward", "c");

        (choice.Of(KeyTable.RowOf("forward")!).Keys, choice.Of(KeyTable.RowOf("reply")!).Keys, choice.Of(KeyTable.RowOf("hold")!).Keys).Should().Be(("c", "", "b"));
        KeyTable.Json(choice).Should().Contain("{\"keys\":\"c\",\"go\":null,\"act\":\"forward\"").And.NotContain("\"act\":\"reply\"");
    }

    [Fact]
    public void Switched_off_only_ctrl_enter_and_escape_are_left()
    {
        var left = KeyTable.Rows.Select((Own("KeyForward", "w w") with { IsOff = true }).Of).Where(r => r.Keys.Length > 0).Select(r => r.Keys);

        left.Should().BeEquivalentTo("Ctrl+k", "Ctrl+Enter", "Ctrl+Shift+Enter", "Enter", "Escape");
    }

    private static KeyChoice Own(string word, string keys) => new KeyChoice(IsOff: false, new Dictionary<string, string>(StringComparer.Ordinal) { [word] = keys }).Sound();

    [GeneratedRegex("(data-act|<Key For|<GreyedAct For)=\"(?<act>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Acts();
}
