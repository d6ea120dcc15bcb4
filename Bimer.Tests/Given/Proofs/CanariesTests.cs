using System.Text;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Given.Proofs;

/// <summary>The nose finds every form it is there for, and smells nothing in an empty room.</summary>
public sealed class CanariesTests
{
    private const string Whole = "Müjgançiçek Bülbülışığı, 0554 987 61 03";

    private static readonly string[] _whole = ["given name", "surname", "phone"];

    public static TheoryData<string, byte[]> Forms
    {
        get
        {
            var utf8 = Encoding.UTF8.GetBytes(Whole);
            return new TheoryData<string, byte[]>
            {
                { "as it is", utf8 },
                { "large", Utf8(Whole.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("tr-TR"))) },
                { "large in English", Utf8(Whole.ToUpperInvariant()) },
                { "decomposed", Utf8(Whole.Normalize(NormalizationForm.FormD)) },
                { "without marks", Utf8("MUJGANCICEK bulbulisigi (+90) 554-987-6103") },
                { "HTML", Utf8("M&#xFC;jgan&ccedil;i&#231;ek B&uuml;lb&#252;l&#x131;&#x15F;&#x131;&#x11F;&#x131; 0554&nbsp;9876103") },
                { "JSON", Utf8(System.Text.Json.JsonSerializer.Serialize(Whole)) },
                { "address", Utf8(Uri.EscapeDataString(Whole)) },
                { "twice in an address", Utf8(Uri.EscapeDataString(Uri.EscapeDataString(Whole))) },
                { "form", Utf8(System.Net.WebUtility.UrlEncode(Whole)!) },
                { "base 64", Utf8("data:x;" + Convert.ToBase64String(utf8)) },
                { "base 64 behind a letter", Utf8("x" + Convert.ToBase64String(utf8)) },
                { "base 64 twice", Utf8(Convert.ToBase64String(Utf8(Convert.ToBase64String(utf8)))) },
                { "base 64 for addresses", Utf8(Convert.ToBase64String(utf8).Replace('+', '-').Replace('/', '_').TrimEnd('=')) },
                { "base 16", Utf8(Convert.ToHexString(utf8)) },
                { "two bytes each", Encoding.Unicode.GetBytes(Whole) },
                { "two bytes each, at an odd place", [1, .. Encoding.BigEndianUnicode.GetBytes(Whole)] },
                { "packed", [1, 2, 3, .. Bimer.Tests.Persistence.Files.Pictures.Deflated(utf8)] },
            };
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void Whatever_form_a_name_takes_it_is_found(string form, byte[] bytes) => Canaries.In(bytes).Should().BeEquivalentTo(_whole, form);

    [Fact]
    public void Where_there_is_no_name_none_is_found() =>
        Canaries.In("Müjgan Hanım’ın bülbülü, 0554 987 61 04, Ötücü Mah., M***** B*****").Should().BeEmpty();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
