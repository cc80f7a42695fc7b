// Takes the bytes of a text file, gives the text in the encoding it is in, where that is certain: Excel saves in a code page.
using System;
using System.Linq;
using System.Text;

namespace KpiRules.Cli.Csv;

internal static class TextDecoding
{
    private static readonly Encoding Gb18030 = Strict("gb18030");

    /// <summary>
    /// UTF-8, UTF-16 and UTF-32 by their byte order mark, UTF-8 where the bytes are, GB18030 (which GBK and GB2312 are part of) where
    /// they look like Chinese. Null for what may be anything.
    /// </summary>
    public static string? Decode(byte[] bytes) =>
        ByMark(bytes) ?? TryDecode(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes)
            ?? (LooksChinese(bytes) ? TryDecode(Gb18030, bytes) : null);

    /// <summary>By a name such as <c>gb18030</c>; null where the bytes are not in it.</summary>
    /// <exception cref="ArgumentException">There is no such encoding.</exception>
    public static string? Decode(byte[] bytes, string encoding) => ByMark(bytes) ?? TryDecode(Strict(encoding), bytes);

    private static Encoding Strict(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static string? ByMark(byte[] bytes)
    {
        // that of UTF-32 begins as that of UTF-16 does
        Encoding[] marked =
        [
            new UTF32Encoding(false, true, true), new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true),
            new UnicodeEncoding(true, true, true),
        ];
        return marked.Where(encoding => bytes.AsSpan().StartsWith(encoding.Preamble))
            .Select(encoding => TryDecode(encoding, bytes[encoding.Preamble.Length..])).FirstOrDefault();
    }

    private static string? TryDecode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// Two thirds of the characters beyond ASCII are of GB2312, both of whose bytes are high: letters with accents of other code pages
    /// mostly have an ASCII letter behind them.
    /// </summary>
    private static bool LooksChinese(byte[] bytes)
    {
        var (common, others) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            if (bytes[i] is >= 0xA1 and <= 0xF7 && i + 1 < bytes.Length && bytes[i + 1] >= 0xA1)
                common++;
            else
                others++;
            i++;
        }

        return common >= 2 && common >= 2 * others;
    }
}
