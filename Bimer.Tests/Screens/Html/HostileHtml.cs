namespace Bimer.Tests.Screens.Html;

/// <summary>What people and programs paste, and what attackers try.</summary>
internal static class HostileHtml
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<b>", "</b>", "<a href=https://x.tr>", "<a href=javascript:1>", "</a>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<table>", "</table>",
        "<tr>", "</tr>", "<td>", "</td>", "<th colspan=3>", "<tbody>", "</tbody>", "<thead>", "<caption>", "</caption>", "<blockquote>", "</blockquote>", "<h1>", "</h3>", "<h4>",
        "<div>", "</div>", "<br>", "<br/>", "</br>", "<svg>", "</svg>", "<math>", "<style>", "</style>", "<script>", "</script>", "<!--", "-->", "<textarea>", "</textarea>",
        " ", "\n", "ş", "x", "&lt;", "&amp", "&#0;", "<", ">", "\"", "'", "&nbsp;", "<em>", "</em>", "<hr>", "<template>", "</template>", "\0", "\r\n", "<i", "</",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//x></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/x>alert(1)</script>", "<script>",
        "<img src=x onerror\n=alert(1)>", "<img src=x onerror=alert(1)//", "<p onclick=alert(1)>a</p>", "<p/onmouseover=alert(1)>a", "<body onload=alert(1)>a",
        "<a href=javascript:alert(1)>a</a>", "<a href=JaVaScRiPt:alert(1)>a</a>", "<a href='java\tscript:alert(1)'>a</a>", "<a href='&#106;avascript:alert(1)'>a</a>",
        "<a href=' \x01javascript:alert(1)'>a</a>", "<a href='javascript&colon;alert(1)'>a</a>", "<a href=vbscript:x>a</a>", "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
        "<a href=\"https://x.tr/&quot; onclick=alert(1)\">a</a>", "<a href=//x.tr>a</a>", "<a href='https:x'>a</a>", "<a href='http://a@b/'>a</a>", "<a href=file:///etc/passwd>a</a>",
        "<svg onload=alert(1)>", "<svg><style><img src=x onerror=alert(1)></style></svg>", "<svg><p><style><!--</style><img src=x onerror=alert(1)>-->",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<math><mi xlink:href=javascript:alert(1)>a</mi></math>",
        "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "<template><script>alert(1)</script></template>", "<textarea></textarea><script>alert(1)</script>",
        "<title><img src=x onerror=alert(1)></title>", "<xmp><script>alert(1)</script></xmp>", "<plaintext><script>alert(1)</script>", "<noembed><img src=x onerror=alert(1)></noembed>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>", "<base href=//x.tr>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<link rel=stylesheet href=//x.tr>", "<style>*{background:url(javascript:alert(1))}</style>",
        "<p style='background:url(javascript:alert(1))'>a</p>", "<!--[if IE]><script>alert(1)</script><![endif]-->", "<![if !IE]><script>alert(1)</script><![endif]>", "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[<script>alert(1)</script>]]>", "<?xml version='1.0'?><script>alert(1)</script>", "</p></p></b></td></table>", "<table><tr><td></table><script>alert(1)</script>",
        "<select><option><script>alert(1)</script></option></select>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>a</details>", "<a href=https://x.tr><a href=javascript:alert(1)>iç</a></a>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;lt;script&amp;gt;", "<<script>alert(1)//<</script>", "<p>{{constructor.constructor('alert(1)')()}}</p>", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
        "<div>" + string.Concat(Enumerable.Repeat("<div>", 5_000)) + "derin", string.Concat(Enumerable.Repeat("<b a=1><p>", 3_000)) + "x", string.Concat(Enumerable.Repeat("<table><tr><td>", 2_000)) + "x",
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal{mso-style-parent:''}</style></head><body><!--StartFragment--><p class=MsoNormal style='mso-pagination:none'><span lang=TR>Sayın <b style='mso-bidi-font-weight:normal'>İlgili</b><o:p></o:p></span></p>"
            + "<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=302 valign=top><p class=MsoNormal>Ş<o:p></o:p></p></td></tr></table><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>madde</p><!--EndFragment--></body></html>",
    ];

    public static string Mixture(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
