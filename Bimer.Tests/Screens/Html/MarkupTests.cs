using Bimer.Blazor.Shell.Html;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens.Html;

public sealed class MarkupTests
{
    [Fact]
    public void Whatever_fills_a_hole_stays_text()
    {
        const string hostile = """</b><img src=x onerror="alert('ı')">&amp;""";

        Markup.Of($"""<b title="{hostile}">{hostile}</b>""").Rendered.Value.Should().Be(
            """<b title="&lt;/b&gt;&lt;img src=x onerror=&quot;alert(&#x27;ı&#x27;)&quot;&gt;&amp;amp;">&lt;/b&gt;&lt;img src=x onerror=&quot;alert(&#x27;ı&#x27;)&quot;&gt;&amp;amp;</b>""");
    }

    [Fact]
    public void Turkish_letters_stay_letters_and_nothing_stays_nothing() =>
        Markup.Of($"<i>{"İğüşöçı"}{(string?)null}</i>").Rendered.Value.Should().Be("<i>İğüşöçı</i>");

    [Fact]
    public void Markup_made_before_is_taken_as_it_is()
    {
        var inner = Markup.Of($"<i>{"a<b"}</i>");

        Markup.Of($"<b>{inner}</b>").Rendered.Value.Should().Be("<b><i>a&lt;b</i></b>");
    }
}
