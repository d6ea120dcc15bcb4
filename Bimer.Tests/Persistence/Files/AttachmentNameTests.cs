using System.Globalization;
using System.Text;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("Şikâyet dilekçesi.pdf", "Şikâyet dilekçesi.pdf")]
    [InlineData("..\\..\\web.config", "web.config.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\ayse\\belge.pdf", "belge.pdf")]
    [InlineData("a:b.pdf", "a_b.pdf")]
    [InlineData("CON", "_CON.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("NUL .pdf", "_NUL.pdf")]
    [InlineData("lpt1.txt", "_lpt1.pdf")]
    [InlineData("rapor\u202Efdp.exe", "raporfdp_exe.pdf")]
    [InlineData("fatura.exe.pdf", "fatura_exe.pdf")]
    [InlineData("satır\r\nSet-Cookie: a=b.pdf", "satırSet-Cookie_ a=b.pdf")]
    [InlineData("sıfır\0.pdf", "sıfır.pdf")]
    [InlineData("nokta. . .", "nokta.pdf")]
    [InlineData("   ", "Ek.pdf")]
    [InlineData("", "Ek.pdf")]
    [InlineData(".pdf", "Ek.pdf")]
    [InlineData("...", "Ek.pdf")]
    [InlineData("a/", "Ek.pdf")]
    [InlineData("resim.jpeg", "resim.pdf")]
    [InlineData("tırnak\"<b>.pdf", "tırnak__b_.pdf")]
    [InlineData("\uD800yarım.pdf", "yarım.pdf")]
    [InlineData("👨‍👩‍👧.pdf", "👨‍👩‍👧.pdf")]
    public void A_name_is_made_harmless_and_keeps_its_letters(string original, string expected) =>
        AttachmentName.Clean(original, AttachmentType.Pdf).Should().Be(expected);

    [Fact]
    public void Twins_in_two_spellings_become_one_spelling() =>
        AttachmentName.Clean("Işık.pdf".Normalize(NormalizationForm.FormD), AttachmentType.Pdf).Should().Be("Işık.pdf");

    [Fact]
    public void A_long_name_is_cut_between_letters_and_keeps_its_extension()
    {
        var cleaned = AttachmentName.Clean(string.Concat(Enumerable.Repeat("ğ", 400)) + ".docx", AttachmentType.Docx);
        var family = AttachmentName.Clean(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 400)), AttachmentType.Docx);

        new StringInfo(cleaned).LengthInTextElements.Should().Be(AttachmentName.MaxGraphemes);
        cleaned.Should().EndWith("ğ.docx");
        family.Length.Should().BeLessThanOrEqualTo(AttachmentName.MaxUnits);
        family.Should().EndWith("👧.docx");
    }

    [Fact]
    public void Cleaning_a_clean_name_changes_nothing()
    {
        const int seed = 20260302;
        var random = new Random(seed);
        string[] pieces = ["a", "Ş", ".", " ", "/", "\\", "CON", "exe", "pdf", "\u202E", "\0", ":", "👧", "e\u0301", "_", "-", "js", "\u200B"];
        for (var i = 0; i < 5_000; i++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            var once = AttachmentName.Clean(name, AttachmentType.Pdf);
            AttachmentName.Clean(once, AttachmentType.Pdf).Should().Be(once, $"seed {seed}, round {i}");
            once.Should().NotContainAny("/", "\\", "\0", "\u202E", ":");
        }
    }

    [Fact]
    public void A_hidden_case_shows_neutral_names() => AttachmentName.Neutral(1, AttachmentType.Pdf).Should().Be("Ek-1.pdf");
}
