package org.segql.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.segql.grammar.SegQLParser;

/// Follows tokens through the parser's automaton on all ways at once (Earley's method), and knows
/// at each place what may come next and inside which rules. ANTLR's own expectation sets are too
/// small inside loops: there they name the end only.
///
/// It relies on two things the grammar keeps: no rule is empty, none is left-recursive.
final class Walk {
  private static final ATN AUTOMATON = SegQLParser._ATN;

  /// A place in a rule that was entered before the token of an index.
  private record Item(ATNState state, int origin) {}

  /// Who waits for a rule to end: where it goes on, and in which call.
  private record Waiting(ATNState follow, int origin) {}

  /// A rule that was entered before the token of an index.
  record Frame(int rule, int origin) {}

  /// Tokens that may come next, and the rules around them from the innermost to the outermost.
  record Expectation(IntervalSet types, List<Frame> frames) {}

  /// Nobody needs more ways up than this to say what is expected.
  private static final int MOST_WAYS = 24;

  private final List<Map<Integer, Set<Waiting>>> waiting = new ArrayList<>();
  private final List<Lexeme> read = new ArrayList<>();
  private List<Item> scanning = List.of();
  private int reached;

  private Walk(Walk other) {
    waiting.addAll(other.waiting);
    scanning = other.scanning;
    reached = other.reached;
  }

  private Walk() {
    closure(List.of(new Item(AUTOMATON.ruleToStartState[SegQLParser.RULE_single], 0)));
  }

  /// Walks over tokens until the first that cannot stand where it is.
  static Walk over(List<Lexeme> tokens) {
    return new Walk().then(tokens);
  }

  /// Walks over tokens and leaves out those that cannot stand where they are.
  static Walk skipping(List<Lexeme> tokens) {
    var walk = new Walk();
    for (Lexeme token : tokens) {
      if (walk.step(token.type())) {
        walk.read.add(token);
      }
    }
    return walk;
  }

  /// The token that was read at an index; only of a walk that skips.
  Lexeme token(int index) {
    return read.get(index);
  }

  /// Whether tokens are a whole statement.
  static boolean whole(List<Lexeme> tokens) {
    Walk walk = over(tokens);
    long count = tokens.stream().filter(t -> !t.is(Token.EOF)).count();
    return walk.reached() == count && walk.accepts();
  }

  /// A walk that goes on from here without changing this one.
  Walk fork() {
    return new Walk(this);
  }

  /// Reads more tokens until one cannot stand where it is.
  Walk then(List<Lexeme> tokens) {
    for (Lexeme token : tokens) {
      if (token.is(Token.EOF) || !step(token.type())) {
        break;
      }
    }
    return this;
  }

  /// Reads a token of a type if it can stand here.
  Walk then(int type) {
    step(type);
    return this;
  }

  /// The number of tokens that could be read.
  int reached() {
    return reached;
  }

  /// Whether the tokens read are a whole statement.
  boolean accepts() {
    return expects(Token.EOF);
  }

  boolean expects(int type) {
    return scanning.stream()
        .flatMap(i -> Arrays.stream(i.state().getTransitions()))
        .anyMatch(t -> !t.isEpsilon() && t.label().contains(type));
  }

  /// What may come next: token types without regard to the rules around them.
  IntervalSet types() {
    var all = new IntervalSet();
    for (Item item : scanning) {
      for (Transition t : item.state().getTransitions()) {
        if (!t.isEpsilon()) {
          all.addAll(t.label());
        }
      }
    }
    return all;
  }

  /// What may come next, once for each way through the rules.
  List<Expectation> expectations() {
    var found = new LinkedHashSet<Expectation>();
    for (Item item : scanning) {
      for (Transition t : item.state().getTransitions()) {
        if (!t.isEpsilon()) {
          for (List<Frame> frames : ways(new Frame(item.state().ruleIndex, item.origin()))) {
            found.add(new Expectation(t.label(), frames));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private List<List<Frame>> ways(Frame innermost) {
    var done = new ArrayList<List<Frame>>();
    var open = new ArrayDeque<List<Frame>>();
    open.add(List.of(innermost));
    while (!open.isEmpty() && done.size() < MOST_WAYS) {
      List<Frame> way = open.removeLast();
      Frame last = way.getLast();
      Set<Waiting> callers = waiting.get(last.origin()).getOrDefault(last.rule(), Set.of());
      if (callers.isEmpty()) {
        done.add(way);
      }
      for (Waiting caller : callers) {
        var longer = new ArrayList<>(way);
        longer.add(new Frame(caller.follow().ruleIndex, caller.origin()));
        open.add(longer);
      }
    }
    return done;
  }

  /// @return whether the token could be read
  private boolean step(int type) {
    var next = new ArrayList<Item>();
    for (Item item : scanning) {
      for (Transition t : item.state().getTransitions()) {
        if (!t.isEpsilon() && t.label().contains(type)) {
          next.add(new Item(t.target, item.origin()));
        }
      }
    }
    if (next.isEmpty()) {
      return false;
    }
    reached++;
    closure(next);
    return true;
  }

  private void closure(List<Item> kernel) {
    var callers = new HashMap<Integer, Set<Waiting>>();
    waiting.add(callers);
    var seen = new HashSet<>(kernel);
    var work = new ArrayDeque<>(seen);
    var scan = new ArrayList<Item>();
    while (!work.isEmpty()) {
      Item item = work.poll();
      for (Item next : successors(item, callers)) {
        if (seen.add(next)) {
          work.add(next);
        }
      }
      if (Arrays.stream(item.state().getTransitions()).anyMatch(t -> !t.isEpsilon())) {
        scan.add(item);
      }
    }
    scanning = scan;
  }

  private List<Item> successors(Item item, Map<Integer, Set<Waiting>> callers) {
    var next = new ArrayList<Item>();
    if (item.state() instanceof RuleStopState) {
      for (Waiting w : waiting.get(item.origin()).getOrDefault(item.state().ruleIndex, Set.of())) {
        next.add(new Item(w.follow(), w.origin()));
      }
      return next;
    }
    for (Transition t : item.state().getTransitions()) {
      if (t instanceof RuleTransition call) {
        callers
            .computeIfAbsent(call.target.ruleIndex, _ -> new LinkedHashSet<>())
            .add(new Waiting(call.followState, item.origin()));
        next.add(new Item(call.target, reached));
      } else if (t.isEpsilon()) {
        next.add(new Item(t.target, item.origin()));
      }
    }
    return next;
  }
}
