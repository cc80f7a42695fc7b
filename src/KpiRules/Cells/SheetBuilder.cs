// Takes what the sections lower into it, gives the sheet: every name bound, every cell typed and in order.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Rulesets;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Cells;

/// <param name="ids">Of what is yet to be lowered: KPIs and incentives.</param>
internal sealed partial class SheetBuilder(IReadOnlyCollection<string> ids, UnreadDefinitions unread, DiagnosticBag diagnostics)
{
    public const int MaxCells = 100_000;

    private readonly Dictionary<string, ParameterDefinition> _parameters = [];
    private readonly Dictionary<string, FactDefinition> _facts = [];
    private readonly Dictionary<string, RecordDefinition> _records = [];
    private readonly Dictionary<string, CellDraft> _drafts = [];
    private readonly List<FactDefinition> _targets = [];
    private readonly Dictionary<string, CellKey> _lines = [];
    private System.Func<CellOperation, Operation>? _ofIncentive;
    private readonly HashSet<string> _ratings = [];
    private readonly List<DebtDefinition> _debts = [];
    private readonly List<ReleaseCells> _releases = [];
    private readonly HashSet<(string Code, int Line, int Column)> _reported = [];

    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>What could not be read, so that nobody is told that it is not there.</summary>
    public UnreadDefinitions Unread => unread;

    /// <summary>Reports what several definitions run into once.</summary>
    public void ReportOnce(Diagnostic diagnostic)
    {
        if (_reported.Add((diagnostic.Code, diagnostic.Line, diagnostic.Column)))
            diagnostics.Add(diagnostic);
    }

    public void AddParameter(ParameterDefinition parameter) => _parameters[parameter.Name.Value] = parameter;

    public void AddRecords(RecordDefinition records) => _records[records.Name] = records;

    /// <param name="state">The cell that has the state of the line by what it earns.</param>
    public void AddLine(string line, CellKey state) => _lines[line] = state;

    /// <param name="ofIncentive">What the name of a line means to another incentive.</param>
    public void ReadLinesBy(System.Func<CellOperation, Operation> ofIncentive) => _ofIncentive = ofIncentive;

    public void AddRating(string rating) => _ratings.Add(rating);

    public void AddDebt(DebtDefinition debt) => _debts.Add(debt);

    public void AddRelease(ReleaseCells release) => _releases.Add(release);

    /// <summary>Whether a name is that of an incentive.</summary>
    public bool IsLine(string name) => _lines.ContainsKey(name);

    /// <summary>The cell that has the state of a line by what it earns, whatever it releases.</summary>
    public CellKey StateOf(string line) => _lines[line];

    /// <summary>
    /// Whose cells a definition's are. One whose id is another's gets an owner that nobody can write, so that its formulas are
    /// checked and nobody's cells replaced.
    /// </summary>
    public static string OwnerOf(JsonString id, bool isTaken) => isTaken ? $"{id.Value}\0{id.Place.Span.Start}" : id.Value;

    /// <summary>The attribute of a name; null after reporting that there is none, unless it may be one that was not read.</summary>
    /// <param name="unknown">The fault, given what to suggest.</param>
    public FactDefinition? AttributeOf(JsonString name, System.Func<System.Func<string?>, Diagnostic> unknown)
    {
        var attribute = AttributeOf(name.Value);
        if (attribute is null && !unread.MayBe(name.Value))
            diagnostics.Add(unknown(() => SuggestAttribute(name.Value)));
        return attribute;
    }

    /// <summary>Whether all of some cells are bound that are there; false where one has a fault, which has been reported.</summary>
    public bool AreBound(IReadOnlyList<string> cells) => cells.All(cell => !Has(cell) || IsBound(cell));

    private FactDefinition? AttributeOf(string name) =>
        _facts.TryGetValue(name, out var fact) && fact.Role == FactRole.Attribute ? fact : null;

    private string? SuggestAttribute(string name) =>
        ClosestName.Find(name, _facts.Values.Where(fact => fact.Role == FactRole.Attribute).Select(fact => fact.Name));

    public string? SuggestRecords(string name) => ClosestName.Find(name, _records.Keys);

    public RecordDefinition? RecordsOf(string list) => _records.TryGetValue(list, out var records) ? records : null;

    public void AddFact(FactDefinition fact) => _facts[fact.Name] = fact;

    /// <summary>A fact that formulas reach through a cell of the same name only.</summary>
    public void AddTarget(FactDefinition target) => _targets.Add(target);

    public void Add(CellDraft draft) => _drafts[draft.Name] = draft;

    public bool Has(string cell) => _drafts.ContainsKey(cell);

    /// <summary>The bound expression of a cell; null until bound, and after a fault.</summary>
    public Operation? ExpressionOf(string cell) => _drafts[cell].Operation;

    /// <summary>The type of what a name stands for; null where it stands for nothing, reported unless the fault is another's.</summary>
    /// <param name="alsoKnown">What else could stand there, for a suggestion.</param>
    public ValueKind? KindOf(NameSyntax name, Term owner, IEnumerable<string> alsoKnown) =>
        _drafts.TryGetValue(name.Name, out var draft) && !draft.IsInternal
            ? draft.Kind
            : Resolve(name, owner, report: true, alsoKnown)?.Kind;

    public bool IsBound(string cell) => _drafts[cell].Operation is not null;

    /// <summary>A formula of the author's, parsed at once and bound later; null after reporting a fault of its syntax.</summary>
    /// <param name="record">The list whose fields go before all other names, for a formula about one record.</param>
    /// <param name="forIncentive">Whether a line that is not there counts as 0.</param>
    /// <param name="local">Names that mean a cell in this formula, before all others; null for none.</param>
    public DraftFormula? Formula(
        JsonString json, Term owner, ValueKind needed, RecordDefinition? record = null, bool forIncentive = false,
        IReadOnlyDictionary<string, string>? local = null)
    {
        if (FormulaParser.Parse(new FormulaText(json, owner), IsName, diagnostics) is not { } parsed)
            return null;
        var names = new FormulaNames(
            (name, report) => local?.ContainsKey(name.Name) == true
                ? Local(name, local)
                : AsLine(Resolve(name, owner, report, local?.Keys), forIncentive),
            RecordsOf, SuggestRecords, TableOf, SuggestTable, unread.MayBe, IsName, record);
        var binder = new FormulaBinder(names, owner, diagnostics);
        var needs = local is null
            ? parsed.Names
            : parsed.Names.Select(name => local.TryGetValue(name, out var cell) ? cell : name).ToList();
        return new DraftFormula(needs, parsed.Nesting, () => OfKind(binder.Bind(parsed.Root), needed, parsed.Text));
    }

    public CellOperation Reference(Origin origin, string cell) =>
        new(
            origin, cell, _drafts[cell].Kind, _drafts[cell].Operation?.Unit ?? Unit.Unknown, _drafts[cell].Key.IsHidden ? "" : cell,
            Lag.None)
        {
            Known = KnownTexts.Of(cell, _drafts[cell].Texts)
        };

    /// <summary>The sheet; incomplete where faults were reported.</summary>
    public CellSheet Build(SourcePlace document)
    {
        if (_drafts.Count > MaxCells)
        {
            diagnostics.Add(PolicyFaults.TooManyCells(document, MaxCells));
            return new CellSheet([], [], [], []);
        }

        var cells = new List<Cell>();
        var drafts = new CellOrder(_drafts, diagnostics).Sort(_drafts.Values);
        DeepStack.Run(drafts.Select(draft => draft.Formula.Nesting).DefaultIfEmpty().Max(), () =>
        {
            foreach (var draft in drafts)
                draft.Operation = draft.Formula.Bind();
        });
        foreach (var draft in drafts)
        {
            if (draft.Operation is { } expression)
                cells.Add(new Cell(
                    draft.Key, draft.Kind, expression.Unit, expression, draft.IsInternal, draft.OfRunningPeriod, draft.IsOnDemand,
                    draft.Formula.Nesting, draft.Label));
        }

        FinishStretches();
        LookBack.Check(cells, _releases, diagnostics);
        var pushedDown = diagnostics.HasErrors ? cells : new PushDown(cells, diagnostics).Run(document);
        var records = _records.Values.Concat(_releases.Select(release => release.Given)).ToList();
        return new CellSheet(pushedDown, _facts.Values.Concat(_targets).ToList(), records, _debts)
        {
            PopulationUses = PopulationUses.In(cells),
            Releases = _releases,
            Tables = _tables.Values.ToList(),
        };
    }

    /// <summary>Whether something of the ruleset has this name, be it right or wrong.</summary>
    private bool IsName(string name) =>
        ids.Contains(name) || _parameters.ContainsKey(name) || _facts.ContainsKey(name) || unread.MayBe(name) || IsTableName(name)
            || (_drafts.TryGetValue(name, out var draft) && !draft.IsInternal)
            || _records.Values.Any(records => records.Name == name || records.IndexOf(name) >= 0);

    /// <summary>What a name means in one formula alone; null where what it means has a fault, which has been reported.</summary>
    private CellOperation? Local(NameSyntax name, IReadOnlyDictionary<string, string> local) =>
        IsBound(local[name.Name]) ? Reference(name.Origin, local[name.Name]) with { Shown = name.Name } : null;

    private Operation? Resolve(NameSyntax syntax, Term owner, bool report, IEnumerable<string>? alsoKnown = null)
    {
        var name = syntax.Name;
        if (_parameters.TryGetValue(name, out var parameter))
            return new ParameterOperation(syntax.Origin, name, parameter.Value, parameter.Unit.Or(Unit.Plain));
        if (_facts.TryGetValue(name, out var fact))
            return new InputOperation(syntax.Origin, fact);
        if (_drafts.TryGetValue(name, out var draft) && !draft.IsInternal)
            return draft.Operation is null ? null : Reference(syntax.Origin, name);
        if (report && !unread.MayGive(name) && !IsLostStretch(name))
            diagnostics.Add(Unknown(syntax, owner, alsoKnown ?? []));
        return null;
    }

    private Operation? AsLine(Operation? expression, bool forIncentive) =>
        forIncentive && expression is CellOperation line && IsLine(line.Cell) ? _ofIncentive!(line) : expression;

    private Diagnostic Unknown(NameSyntax syntax, Term owner, IEnumerable<string> alsoKnown)
    {
        var (place, name) = (syntax.Origin.Place, syntax.Name);
        if (PlanNames.All.ContainsKey(name))
            return FormulaFaults.OfPlansOnly(place, name);
        var dot = name.LastIndexOf('.');
        var (id, part) = dot < 0 ? (name, "") : (name.Substring(0, dot), name.Substring(dot + 1));
        var parts = _drafts.Values
            .Where(draft => !draft.IsInternal && draft.Key.Owner == id && draft.Key.Part.Length > 0)
            .Select(draft => draft.Key.Part)
            .Concat(StretchesOf(id));
        if (TableOf(dot < 0 ? name : id) is { } table)
            return TableFaults.TableAlone(place, name, $"{table.Definition.Name}.{(dot < 0 ? table.ValueAt(0).Name : part)}");
        if (dot >= 0 && alsoKnown.Any(known => known.StartsWith(id + ".", System.StringComparison.Ordinal)))
            return FormulaFaults.UnknownName(place, name, owner, () => ClosestName.Find(name, alsoKnown));
        if (dot >= 0 && _facts.ContainsKey(id))
            return FormulaFaults.NoSuchResult(place, id, new Term("what.fact"), part, () => null);
        if (dot >= 0 && _parameters.ContainsKey(id))
            return FormulaFaults.NoSuchResult(place, id, new Term("what.parameter"), part, () => null);
        if (dot >= 0 && IsLine(id))
            return FormulaFaults.NoSuchResult(place, id, new Term("what.incentive"), part, () => ClosestName.Find(part, parts));
        if (dot >= 0 && _ratings.Contains(id))
            return FormulaFaults.NoSuchResult(place, id, new Term("what.rating"), part, () => ClosestName.Find(part, parts));
        if (dot >= 0 && _drafts.ContainsKey(id))
        {
            return part is "target" or "attainment" or "gap" or "score" or "status"
                ? FormulaFaults.NoTarget(place, id, part)
                : FormulaFaults.NoSuchResult(place, id, new Term("what.kpi"), part, () => ClosestName.Find(part, parts));
        }

        return NameHabits.In(syntax, IsName) ?? FormulaFaults.UnknownName(place, name, owner, () => Suggest(name, alsoKnown));
    }

    /// <summary>A function without its brackets, a text without its quotes, or a name spelt alike.</summary>
    private string? Suggest(string name, IEnumerable<string> alsoKnown)
    {
        if (FunctionCatalogue.Find(name) is { } function)
            return function.Name + "()";
        return _facts.Values.Any(fact => fact.Values?.Contains(name) == true)
            ? $"'{name}'"
            : ClosestName.Find(name, alsoKnown.Concat(KnownNames()));
    }

    private IEnumerable<string> KnownNames() => _parameters.Keys
        .Concat(_facts.Keys)
        .Concat(_drafts.Values.Where(draft => !draft.IsInternal).Select(draft => draft.Name));

    private Operation? OfKind(Operation? expression, ValueKind needed, FormulaText text)
    {
        if (expression is null || expression.Kind == needed)
            return expression;
        var hint = (needed, expression.Kind) switch
        {
            (ValueKind.Number, ValueKind.Boolean) => "hint.ifNumber",
            (ValueKind.Boolean, ValueKind.Number) => "hint.compare",
            // others: no two of them are often taken for one another
            _ => "hint.none",
        };
        diagnostics.Add(TypeFaults.FormulaKind(
            text.Whole.Place, text.Owner, FormulaBinder.KindOf(needed), FormulaBinder.KindOf(expression.Kind), new Term(hint)));
        return null;
    }
}
