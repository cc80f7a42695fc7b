// Takes two words, gives how many letters must be changed, added, left out or swapped to make one of the other.
using System;

namespace KpiRules.Diagnostics;

/// <summary>
/// Optimal string alignment distance (Damerau–Levenshtein with no substring edited twice). The rows are used for every word
/// held against this one: a ruleset has many names, and each may be looked for a hundred times. Not safe to share between threads.
/// </summary>
internal sealed class EditDistance(string from)
{
    private int[] _row = [];
    private int[] _above = [];
    private int[] _twoAbove = [];

    /// <summary>The distance; -1 where it is above the limit, which is told as soon as it is certain.</summary>
    public int To(string word, int limit)
    {
        if (Math.Abs(word.Length - from.Length) > limit)
            return -1;
        if (_row.Length <= word.Length)
            (_row, _above, _twoAbove) = (new int[word.Length + 1], new int[word.Length + 1], new int[word.Length + 1]);
        for (var j = 0; j <= word.Length; j++)
            _row[j] = j;
        for (var (i, least) = (1, 0); i <= from.Length; i++)
        {
            (_row, _above, _twoAbove) = (_twoAbove, _row, _above);
            var leastAbove = least;
            least = Fill(i, word);
            // a swap reaches back two rows
            if (Math.Min(least, leastAbove) > limit)
                return -1;
        }

        return _row[word.Length] <= limit ? _row[word.Length] : -1;
    }

    /// <summary>The least number in the row.</summary>
    private int Fill(int i, string word)
    {
        var least = _row[0] = i;
        for (var j = 1; j <= word.Length; j++)
        {
            var replaced = _above[j - 1] + (from[i - 1] == word[j - 1] ? 0 : 1);
            var cell = Math.Min(replaced, Math.Min(_above[j], _row[j - 1]) + 1);
            if (i > 1 && j > 1 && from[i - 1] == word[j - 2] && from[i - 2] == word[j - 1])
                cell = Math.Min(cell, _twoAbove[j - 2] + 1);
            _row[j] = cell;
            least = Math.Min(least, cell);
        }

        return least;
    }
}
