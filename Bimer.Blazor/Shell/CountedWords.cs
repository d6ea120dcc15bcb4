using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Shell;

/// <summary>
/// Words around a number. Turkish says "1 gün" like "5 gün"; a language that does not keeps what it says of one under the same key
/// with <c>.One</c> behind it.
/// </summary>
internal static class CountedWords
{
    extension(IStringLocalizer words)
    {
        /// <param name="count">How many, <c>{0}</c> in the words.</param>
        /// <param name="more">What fills the other holes, from <c>{1}</c>.</param>
        public string Counted(string key, int count, params ReadOnlySpan<object> more) => words.CountedAs(key, count, count, more);

        /// <summary>The same where the number is shown otherwise than by its digits: "1.234".</summary>
        /// <param name="shown">What stands at <c>{0}</c>.</param>
        public string CountedAs(string key, int count, object shown, params ReadOnlySpan<object> more)
        {
            object[] fillings = [shown, .. more];
            return count == 1 && words[key + ".One", fillings] is { ResourceNotFound: false } one ? one : words[key, fillings];
        }
    }
}
