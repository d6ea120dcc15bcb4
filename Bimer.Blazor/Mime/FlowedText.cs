using System.Text;

namespace Bimer.Blazor.Mime;

/// <summary>Plain text whose lines were broken for the way (format=flowed, RFC 3676): a line that ends in a blank goes on in the next.</summary>
internal static class FlowedText
{
    public static string Join(string text, bool deletesBlank)
    {
        var joined = new StringBuilder(text.Length);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].StartsWith(' ') ? lines[i][1..] : lines[i];   // stuffed, so that "From" and ">" begin no line
            // The blank after two hyphens is the mark of a signature.
            var goesOn = line.EndsWith(' ') && line is not "-- " && i + 1 < lines.Length;
            joined.Append(goesOn && deletesBlank ? line[..^1] : line);
            if (!goesOn && i + 1 < lines.Length) joined.Append('\n');
        }

        return joined.ToString();
    }
}
