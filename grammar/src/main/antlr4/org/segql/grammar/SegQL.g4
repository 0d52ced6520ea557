grammar SegQL;
script: EOF;
ANY: . ;
