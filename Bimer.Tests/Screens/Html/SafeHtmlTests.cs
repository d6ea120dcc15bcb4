using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens.Html;

public sealed class SafeHtmlTests
{
    private static readonly HashSet<string> Allowed = new(
        ["p", "br", "strong", "b", "em", "i", "u", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "a", "blockquote", "h3", "h4"],
        StringComparer.Ordinal);

    public static TheoryData<string> Hostile => [.. HostileHtml.All];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_browser_finds_only_allowed_elements_in_what_is_left(string html)
    {
        var clean = SafeHtml.Clean(html);

        var body = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument("<body>" + clean).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Allowed.Should().Contain(element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.Should().BeOneOf("href", "rel", "colspan", "rowspan");
                if (attribute.Name is "href") attribute.Value.Should().MatchRegex("^(?i)(https?://|mailto:)");
            }
        }
        clean.Should().NotContainAny("<script", "<style", "<svg", "<!--", "<img");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Cleaning_twice_changes_no_byte(string html)
    {
        var once = SafeHtml.Clean(html);
        SafeHtml.Clean(once).Should().Be(once);
    }

    [Fact]
    public void Cleaning_any_mixture_twice_changes_no_byte()
    {
        const int seed = 20260302;
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var html = HostileHtml.Mixture(random);
            var once = SafeHtml.Clean(html);
            SafeHtml.Clean(once).Should().Be(once, $"seed {seed}, round {i}: {html}");
        }
    }

    [Theory]
    [InlineData("<p>Sayın Şükrü IŞIK, İğdır’da çözüldü.</p>")]
    [InlineData("<p>a<br>b <strong>ç</strong> <em>ğ</em> <u>ı</u></p><h3>Başlık</h3><blockquote><p>ö</p></blockquote>")]
    [InlineData("<ul><li>bir</li><li>iki<ol><li>üç</li></ol></li></ul>")]
    [InlineData("<table><caption>Tablo</caption><thead><tr><th>A</th></tr></thead><tbody><tr><td colspan=\"2\">ş</td></tr></tbody></table>")]
    [InlineData("<p>5 &lt; 6 &amp; 7 &gt; 6</p>")]
    public void What_a_letter_needs_is_kept_letter_by_letter(string html) => SafeHtml.Clean(html).Should().Be(html);

    [Theory]
    [InlineData("<p>a<p>b", "<p>a</p><p>b</p>")]
    [InlineData("<div>a</div><div>b</div>", "<p>a</p><p>b</p>")]
    [InlineData("<b>kalın</i> devam", "<b>kalın devam</b>")]
    [InlineData("<h1>Başlık</h1>", "<h3>Başlık</h3>")]
    [InlineData("<ul>a</ul>", "<ul><li>a</li></ul>")]
    [InlineData("<li>a<li>b", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<table>kaçak<tr><td>a</table>", "<table><tr><td>kaçak</td></tr><tr><td>a</td></tr></table>")]
    [InlineData("<td>yetim</td>", "<p>yetim</p>")]
    [InlineData("<p onclick=x class=MsoNormal style='color:red'>a<o:p></o:p></p>", "<p>a</p>")]
    [InlineData("<script>alert(1)</script>kalan", "kalan")]
    [InlineData("<a href=https://a.gov.tr>x</a>", "<a href=\"https://a.gov.tr\" rel=\"noopener noreferrer\">x</a>")]
    [InlineData("<a href='java&#x0A;script:alert(1)'>x</a>", "x")]
    [InlineData("<a href='https://banka.com@kotu.com/'>x</a>", "x")]
    [InlineData("<a href='/goreli'>x</a>", "x")]
    public void What_is_not_nested_as_it_should_is_built_anew(string html, string expected) => SafeHtml.Clean(html).Should().Be(expected);

    [Fact]
    public void Elements_nest_so_deep_and_no_deeper_and_the_text_stays()
    {
        var clean = SafeHtml.Clean(string.Concat(Enumerable.Repeat("<blockquote>", 5_000)) + "derin");

        clean.Split("<blockquote>").Should().HaveCountLessThanOrEqualTo(SafeHtml.MaxDepth + 1);
        clean.Should().Contain("derin");
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_when_written_and_cut_whole_when_shown()
    {
        var fits = "<p>" + new string('ş', SafeHtml.MaxLength - 3) + "</p>";
        var over = "<p>" + new string('ş', SafeHtml.MaxLength - 2) + "</p>";

        SafeHtml.Accept(fits).Should().Be(Outcome<string>.FromT(fits));
        SafeHtml.Accept(over).Refusal.Should().Be(new Refusal.FormattedTextTooLong(SafeHtml.MaxLength));
        SafeHtml.Clean(over).Should().Be(fits);
        SafeHtml.Clean(SafeHtml.Clean(over)).Should().Be(fits);
    }

    [Fact]
    public void Half_a_character_becomes_a_mark_and_nothing_throws() =>
        Encoding.UTF8.GetBytes(SafeHtml.Clean("<p>\uD800a\0\u0001</p>")).Should().Equal(Encoding.UTF8.GetBytes("<p>\uFFFDa</p>"));

    [Theory]
    [InlineData(null, "")]
    [InlineData("<p>Sayın   ilgili,</p>\n<p>Sorun<br>çözüldü.</p>", "Sayın ilgili,\n\nSorun\nçözüldü.")]
    [InlineData("<ol><li>bir</li><li>iki<ul><li>alt</li></ul></li></ol><p>son</p>", "1. bir\n2. iki\n  • alt\n\nson")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A | B\n1 | 2")]
    [InlineData("<p><a href='https://a.gov.tr'>buradan</a> ya da <a href='https://b.gov.tr'>https://b.gov.tr</a></p>", "buradan (https://a.gov.tr) ya da https://b.gov.tr")]
    [InlineData("<p><a href='https://kotu.example/turkiye.gov.tr'>turkiye.gov.tr</a></p>", "turkiye.gov.tr (https://kotu.example/turkiye.gov.tr)")]
    [InlineData("<p><a href='https://turkiye.gov.tr'>turkiye.gov.tr</a>, <a href='mailto:a@b.gov.tr'>a@b.gov.tr</a></p>", "turkiye.gov.tr, a@b.gov.tr")]
    [InlineData("5 &lt; 6 &amp; <script>x</script>ş", "5 < 6 & ş")]
    public void The_plain_text_says_the_same_in_signs(string? html, string expected) => SafeHtml.PlainTextOf(html).Should().Be(expected);

    [Fact]
    public void The_language_of_the_process_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            SafeHtml.Clean("<SCRIPT>x</SCRIPT><LI>a</LI><A HREF='MAILTO:a@b.tr'>i</A>")
                .Should().Be("<ul><li>a</li><li><a href=\"MAILTO:a@b.tr\" rel=\"noopener noreferrer\">i</a></li></ul>");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
