using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>What is pasted from a word processor comes in as a letter has it: lists are lists, bold is bold, links lead, the rest stays behind (S44, U42).</summary>
public sealed class PastingTests
{
    private const string Word = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0cm}</style></head><body lang=TR>
        <!--StartFragment--><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Say&#305;n ilgili,</b><o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Birinci<o:p></o:p></p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]><span style='font-weight:bold'>İkinci</span></p>
        <p class=MsoNormal>Bkz. <a href="https://www.example.gov.tr/a">sayfamız</a>, <a href="file:///C:/gizli.docx">dosya</a></p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Bir</p><!--EndFragment--></body></html>
        """;

    private const string Google = """
        <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Kalın</span> ve <span style="font-style:italic;text-decoration:underline">eğik</span></p><h1>Başlık</h1></b>
        """;

    [Theory]
    [InlineData(Word, "<p><b>Sayın ilgili,</b></p><ul><li>Birinci</li><li><b>İkinci</b></li></ul><p>Bkz. <a href=\"https://www.example.gov.tr/a\">sayfamız</a>, dosya</p><ol><li>Bir</li></ol>")]
    [InlineData(Google, "<p><b>Kalın</b> ve <i><u>eğik</u></i></p><h3>Başlık</h3>")]
    public async Task What_a_word_processor_wrote_is_a_letter(string pasted, string letter)
    {
        await using var person = await Chromium.NewPersonAsync();
        var script = await File.ReadAllTextAsync(Repository.At("wwwroot-assets/js/letter-paste.js"));
        await person.Page.RouteAsync("**/*", route => route.FulfillAsync(route.Request.Url.EndsWith(".js", StringComparison.Ordinal)
            ? new() { ContentType = "text/javascript; charset=utf-8", Body = script }
            : new() { ContentType = "text/html; charset=utf-8", Body = "<!doctype html><title>Yapıştırma</title><link rel='icon' href='data:,'>" }));
        await person.Page.GotoAsync("http://127.0.0.1/");

        var cleaned = await person.Page.EvaluateAsync<string>("async html => (await import('/paste.js')).clean(html).replace(/>\\s+</g, '><').trim()", pasted);

        cleaned.Should().Be(letter);
    }
}
