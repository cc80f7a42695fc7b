// Makes the columns of one evaluation; those of a few rows share one array a type, so that one subject costs little.
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class ColumnStore(SheetProgram sheet, int rows)
{
    private const int FewRows = 32;

    private Block<decimal>? _numbers;
    private Block<bool>? _booleans;
    private Block<string>? _texts;
    private Block<int>? _dates;

    public Column Create(Input input) => Create(input.ValueKind);

    public Column Create(ValueKind kind) => kind switch
    {
        ValueKind.Number => Create(ref _numbers, kind),
        ValueKind.Boolean => Create(ref _booleans, kind),
        ValueKind.Text => Create(ref _texts, kind),
        ValueKind.Date => Create(ref _dates, kind),
    };

    private Column<T> Create<T>(ref Block<T>? block, ValueKind kind)
    {
        if (rows > FewRows)
            return new Column<T>(new T[rows], 0);
        block ??= new Block<T>(sheet.CountOf(kind) * rows);
        return block.Take(rows);
    }

    private sealed class Block<T>(int size)
    {
        private readonly T[] _values = new T[size];
        private int _used;

        public Column<T> Take(int rows)
        {
            var column = new Column<T>(_values, _used);
            _used += rows;
            return column;
        }
    }
}
