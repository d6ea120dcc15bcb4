using Deque.AxeCore.Commons;
using FluentAssertions;
using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>WCAG 2.2 AA as far as a machine can see it.</summary>
public static class Axe
{
    private static readonly string _script = new BundledAxeScriptProvider().GetScript();

    // Violations alone: describing what passes costs more than finding what does not.
    private const string Run = """
        async () => {
          const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
          return violations.flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}): ${v.help}\n  at ${n.target}\n  ${n.html}`)).join('\n');
        }
        """;

    /// <summary>Zero violations on the page as it stands; the failure names rule, element and markup.</summary>
    public static async Task FindNothingAsync(IPage page, string? where = null) =>
        (await ReportAsync(page)).Should().BeEmpty("axe finds nothing on {0}", where ?? page.Url);

    /// <summary>Every violation with rule, element and markup; empty when there is none.</summary>
    public static async Task<string> ReportAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(_script);
        return await page.EvaluateAsync<string>(Run);
    }
}
