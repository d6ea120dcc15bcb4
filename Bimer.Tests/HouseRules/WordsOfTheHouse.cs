using System.Buffers;
using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>What people read lives in resource files, in two languages, and nowhere else.</summary>
public sealed class WordsOfTheHouse
{
    private static readonly string[] _registers = ["BİMER", "DETSİS", "İYEM", "MERNİS"];
    private static readonly SearchValues<char> _turkishLetters = SearchValues.Create("çğıöşüâîûÇĞİÖŞÜÂÎÛ");

    [Fact]
    public void The_domain_holds_no_Turkish_sentence() =>
        // The one type whose subject the letters are: it asks the machine whether it knows them.
        TurkishIn(HouseAssembly.Domain.Types.Where(t => t.FullName is not "Bimer.Domain.Kernel.TurkishCulture")).Should().BeEmpty();

    [Fact]
    public void A_room_people_look_at_holds_no_Turkish_sentence_in_its_code() =>
        TurkishIn(HouseAssembly.Blazor.Types.Where(t => ((string[])["Portal", "Workspace", "Shell", "Security"]).Any(room => Names.LiesIn(t.Space, Room.SpaceOf(room)))))
            .Should().BeEmpty();

    [Fact]
    public void Markup_holds_no_word_of_its_own()
    {
        var components = HouseAssembly.Blazor.Assembly.GetTypes().Where(typeof(IComponent).IsAssignableFrom).Select(t => t.FullName).ToHashSet(StringComparer.Ordinal);

        HouseAssembly.Blazor.Types.Where(type => components.Contains(type.FullName)).SelectMany(Markup.WordsOf).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_word_file_has_its_English_twin_with_the_same_keys_and_no_gap() =>
        // What the state writes to a citizen is Turkish whatever language the screen has; a twin would never be read.
        (await WordFile.TurkishAsync()).Where(file => file.Marker is not "Bimer.Blazor.Shell.Letters.LetterWords")
            .SelectMany(file => file.Defects()).Should().BeEmpty();

    [Fact]
    public async Task Every_word_file_has_the_class_that_stands_for_it() =>
        (await WordFile.TurkishAsync()).Where(file => HouseAssembly.Blazor.Assembly.GetType(file.Marker) is null)
            .Select(file => file.Path).Should().BeEmpty();

    [Fact]
    public async Task Every_word_that_is_asked_for_by_name_exists()
    {
        var files = (await WordFile.TurkishAsync()).ToDictionary(file => file.Marker, StringComparer.Ordinal);

        var missing = from type in HouseAssembly.Blazor.Types
                      let shelves = type.Uses.Select(use => files.GetValueOrDefault(use.Target)).OfType<WordFile>().ToHashSet()
                      from key in KeysAskedForBy(type)
                      where shelves.Count > 0 && !shelves.Any(shelf => shelf.Words.ContainsKey(key))
                      select $"{type.FullName} asks for \"{key}\"";

        missing.Should().BeEmpty();
    }

    [Fact]
    public async Task The_word_for_taking_an_act_back_leaves_no_form() =>
        (await WordFile.TurkishAsync()).SelectMany(file => file.Words.Where(word => word.Value is "Vazgeç" && !word.Key.Contains("Undo", StringComparison.Ordinal))
            .Select(word => $"{file.Path}: {word.Key}")).Should().BeEmpty("who leaves a form closes it or goes back; Vazgeç is the short undo of a click");

    private static IEnumerable<string> TurkishIn(IEnumerable<HouseType> types) =>
        types.SelectMany(type => type.Literals).Where(literal => WithoutNames(literal.Text).AsSpan().ContainsAny(_turkishLetters))
            .Select(literal => $"{literal.By}: \"{literal.Text}\"");

    // An exception for developers may name a register; that is no sentence for people.
    private static string WithoutNames(string text) =>
        _registers.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));

    private static IEnumerable<string> KeysAskedForBy(HouseType type) =>
        from method in type.Methods
        from pair in method.Steps.Zip(method.Steps.Skip(1))
        where pair.First.Literal is not null && pair.Second.Calls($"{Framework.Words}.IStringLocalizer.get_Item")
        select pair.First.Literal;
}
