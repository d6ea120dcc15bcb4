using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Applicants;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Mehmet", "Demir", "M***** D*****")]
    [InlineData("ismail", "ışık", "İ***** I*****")]
    [InlineData("Mehmet Ali", "Öz", "M***** A***** Ö*****")]
    [InlineData("S\u0327ule", "Abdurrahmanoğlu", "Ş***** A*****")]
    public void The_mask_is_an_initial_and_five_stars_a_word_whatever_its_length(string given, string family, string mask)
    {
        var name = PersonName.Parse(given, family).Value!;

        MaskedIdentity.Of(name).Should().Be(mask);
        $"{name}".Should().Be(mask);
    }

    [Theory]
    [InlineData("  Mehmet \t Ali ", " Demir ", "Mehmet Ali Demir")]
    [InlineData("C\u0327ig\u0306dem", "O'Neill-Öz", "Çiğdem O'Neill-Öz")]
    [InlineData("M. Emin", "Yücel", "M. Emin Yücel")]
    public void A_name_is_kept_composed_with_single_blanks(string given, string family, string expected) =>
        PersonName.Parse(given, family).Value!.Reveal().Should().Be(expected);

    [Theory]
    [InlineData(null, "Demir")]
    [InlineData("Mehmet", " ")]
    [InlineData("Mehmet1", "Demir")]
    [InlineData("Mehmet", "<b>Demir</b>")]
    [InlineData("Mehmet", "Demir\0")]
    [InlineData("=Mehmet", "Demir")]
    [InlineData("-", "Demir")]
    [InlineData("Mehmet\u202E", "Demir")]
    public void What_is_no_name_is_refused(string? given, string family) =>
        PersonName.Parse(given, family).Refusal.Should().Be(new Refusal.InvalidPersonName(PersonName.LongestPart));

    [Fact]
    public void Half_a_character_is_refused() => PersonName.Parse("Meh\uD83Dmet", "Demir").IsAccepted.Should().BeFalse();

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_part_has_at_most_sixty_characters(int length, bool accepted) =>
        PersonName.Parse(new string('ğ', length), "Demir").IsAccepted.Should().Be(accepted);

    [Theory]
    [InlineData("İSMAİL", "IŞIK", TurkishMatch.Exact)]
    [InlineData("ISMAIL", "IŞIK", TurkishMatch.Folded)]
    [InlineData("ISMAIL", "ISIK", TurkishMatch.Folded)]
    [InlineData("ISMAIL", "ISLAK", TurkishMatch.None)]
    [InlineData("CEMAL", "IŞIK", TurkishMatch.None)]
    public void The_weaker_part_decides_how_well_two_names_agree(string given, string family, TurkishMatch expected) =>
        PersonName.Parse("İsmail", "Işık").Value!.Compare(PersonName.Parse(given, family).Value!).Should().Be(expected);
}
