using System.Text;

namespace Bimer.Tests.Journeys;

/// <summary>What the people of the whole journey write.</summary>
internal static class JourneyWords
{
    public const string Surname = "Yılmaz";
    public const string Email = "basvuran.12@posta.invalid";
    public const string PaperName = "Şikâyet tutanağı.pdf";
    public const string PhotoName = "çukur fotoğrafı.jpg";
    public const string ReportName = "İnceleme raporu.pdf";
    public const string Note = "Ağız ve diş sağlığı yönünden incelenip cevaplanması rica olunur.";
    public const string FirstLine = "Şikâyetiniz üzerine İl Müdürlüğümüzce yapılan incelemede çöğürlü yolun “ığüşöç” bölümü onarılmıştır.";
    public const string BoldLine = "Sağlık ocağımız 15 Mart 2026 tarihinde yeniden açılacaktır.";

    private static readonly string[] _sentences =
    [
        "Iğdır’dan İstanbul’a, Şırnak’tan Çanakkale’ye: gül sokağımızın ağaçları, öğle güneşi, ılık çeşmeleri… ",
        "Komşum \"bu çukur üç aydır böyle\" dedi; 'yarın gelirler' diyen olmadı & <b>kimse</b> gelmedi.\n",
        "\tÜşüyen çocuklar, ölçüsüz gürültü; %20 zam, 1.250,75 ₺ ödeme – “tekrar tekrar” sordum.\n\n",
        "ÇĞİÖŞÜ ve çğıöşü harfleri, Âdem ile kâğıt, hâlâ yerinde. Gereğini saygılarımla arz ederim. 👍\n",
    ];

    /// <summary>Exactly six thousand characters, no more, as a person counts them.</summary>
    public static string SixThousand { get; } = Written();

    private static string Written()
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < 5_900; i++) text.Append(_sentences[i % _sentences.Length]);
        var written = text.ToString().TrimEnd();
        // The thumb is one character and two units.
        return written.PadRight(5_999 + written.Count(char.IsHighSurrogate), 'ğ') + ".";
    }
}
