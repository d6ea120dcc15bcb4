using System.Text;
using Bimer.Domain.Searching;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>
/// How a word stands in an index: in letters and digits of ASCII alone, so that neither engine has rules of its own for it. Words of other
/// scripts are written as their bytes.
/// </summary>
internal static class IndexKey
{
    public static string Of(string folded) => folded.All(char.IsAsciiLetterOrDigit) ? folded : "_x" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(folded));

    public static string Of(SearchWord word) => Of(word.Stem);
}
