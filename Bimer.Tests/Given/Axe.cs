using Deque.AxeCore.Commons;
using FluentAssertions;
using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>WCAG 2.2 AA as far as a machine can see it.</summary>
public static class Axe
{
    private static readonly string _script = new BundledAxeScriptProvider().GetScript();

    // Violations alone: describing what passes costs more than finding what does not. No axe yet: nothing is told.
    private const string Run = """
        async ({ coloursAlone, mainAlone }) => {
          if (!('axe' in window)) return null;
          const rules = values => ({ type: 'rule', values });
          const all = coloursAlone
            ? rules(['color-contrast', 'link-in-text-block'])
            : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
          const whole = ['document-title', 'html-has-lang', 'bypass', 'landmark-one-main', 'landmark-unique', 'page-has-heading-one', 'heading-order', 'region'];
          const looks = mainAlone ? [['main', all], ...(coloursAlone ? [] : [[document, rules(whole)]])] : [[document, all]];
          const found = [];
          for (const [where, runOnly] of looks) found.push(...(await axe.run(where, { runOnly, resultTypes: ['violations'] })).violations);
          return found.flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}): ${v.help}\n  at ${n.target}\n  ${n.html}`)).join('\n');
        }
        """;

    /// <summary>Zero violations on the page as it stands; the failure names rule, element and markup.</summary>
    public static async Task FindNothingAsync(IPage page, string? where = null, bool coloursAlone = false) =>
        (await ReportAsync(page, coloursAlone)).Should().BeEmpty("axe finds nothing on {0}", where ?? page.Url);

    /// <summary>Every violation with rule, element and markup; empty when there is none.</summary>
    /// <param name="page">As it stands.</param>
    /// <param name="coloursAlone">For a page that was looked at in the other theme: only what depends on colours, as nothing else differs (see Themes).</param>
    /// <param name="mainAlone">For a page whose frame was looked at on another: what stands in it, and what only a whole page can be asked.</param>
    public static async Task<string> ReportAsync(IPage page, bool coloursAlone = false, bool mainAlone = false)
    {
        if (await page.EvaluateAsync<string?>(Run, new { coloursAlone, mainAlone }) is { } report) return report;
        await page.EvaluateAsync(_script);
        return await page.EvaluateAsync<string>(Run, new { coloursAlone, mainAlone });
    }
}
